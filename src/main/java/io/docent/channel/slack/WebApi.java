package io.docent.channel.slack;

import com.google.gson.JsonParseException;
import com.slack.api.Slack;
import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Slack's Web API by Slack's own client: what came of a call, and whether to try it again. For any thread. */
@Singleton
final class WebApi {

    /** Errors of Slack's that pass (https://docs.slack.dev/reference/methods/chat.postMessage#errors). */
    private static final Set<String> PASSING =
            Set.of("internal_error", "fatal_error", "service_unavailable", "request_timeout", "team_added_to_org");

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,6}");

    private final SlackSettings settings;
    private final SlackClients clients;
    private volatile boolean stopped;

    WebApi(SlackSettings settings) {
        this.settings = settings;
        this.clients = new SlackClients(settings);
    }

    /**
     * Calls once a method that may be carried out twice.
     *
     * @throws RefusedException where Slack says no
     * @throws UnavailableException where it may say yes later
     */
    <T extends SlackApiTextResponse> T once(Call<T> call) {
        return once(clients.repeatable(), call);
    }

    /** Calls once a method that makes something new each time. */
    <T extends SlackApiTextResponse> T post(Call<T> call) {
        return once(clients.posting(), call);
    }

    private <T extends SlackApiTextResponse> T once(Slack slack, Call<T> call) {
        if (stopped) {
            throw new StoppedException();
        }
        T response;
        try {
            response = call.make(slack.methods(settings.botToken()));
        } catch (SlackApiException e) {
            throw failure(
                    e.getResponse().code(),
                    e.getResponse().header("Retry-After"),
                    "HTTP status " + e.getResponse().code(),
                    e);
        } catch (IOException | JsonParseException e) {
            throw new UnavailableException("Slack cannot be reached or understood: " + e, null, true, e);
        }
        if (response == null) {
            throw new UnavailableException("Slack sent an empty response", null, true, null);
        }
        if (response.isOk()) {
            return response;
        }
        String error = String.valueOf(response.getError());
        if (error.equals("ratelimited") || error.equals("rate_limited")) {
            throw new UnavailableException("Slack says ratelimited", null, false, null);
        }
        if (PASSING.contains(error)) {
            throw new UnavailableException("Slack says " + error, null, true, null);
        }
        throw new RefusedException(error);
    }

    private static RuntimeException failure(
            int status, @Nullable String retryAfter, String told, @Nullable Throwable cause) {
        Duration wait =
                retryAfter != null && SECONDS.matcher(retryAfter.strip()).matches()
                        ? Duration.ofSeconds(Long.parseLong(retryAfter.strip()))
                        : null;
        if (status == 429) {
            return new UnavailableException("Slack asks for fewer calls", wait, false, cause);
        }
        return status >= 500
                ? new UnavailableException("Slack fails: " + told, wait, true, cause)
                : new RefusedException(told);
    }

    /** Calls a method, again and again where that may help; for what may be done twice. */
    <T extends SlackApiTextResponse> T retrying(Call<T> call) {
        Patience patience = patience();
        while (true) {
            try {
                return once(call);
            } catch (UnavailableException e) {
                patience.waitAfter(e);
            }
        }
    }

    /** Answers at an address that came with a request, again and again where that may help. */
    void respond(String url, ActionResponse response) {
        Patience patience = patience();
        while (true) {
            try {
                respondOnce(url, response);
                return;
            } catch (UnavailableException e) {
                patience.waitAfter(e);
            }
        }
    }

    private void respondOnce(String url, ActionResponse response) {
        if (stopped) {
            throw new StoppedException();
        }
        // The library's sender of these loses the headers, and with them when to try again.
        try (Response answer = clients.posting().getHttpClient().postJsonBody(url, response)) {
            if (!answer.isSuccessful()) {
                String body = answer.body() == null ? "" : answer.body().string();
                throw body.contains("invalid_blocks")
                        ? new RefusedException("invalid_blocks")
                        : failure(
                                answer.code(),
                                answer.header("Retry-After"),
                                "HTTP status " + answer.code() + " of a response_url",
                                null);
            }
        } catch (IOException e) {
            throw new UnavailableException("Slack cannot be reached: " + e, null, true, e);
        }
    }

    Patience patience() {
        return new Patience(settings.giveUpAfter());
    }

    /** Sends nothing more. */
    @PreDestroy
    void stop() throws Exception {
        stopped = true;
        clients.close();
    }

    /** One call of a method. */
    @FunctionalInterface
    interface Call<T> {
        T make(MethodsClient slack) throws IOException, SlackApiException;
    }
}
