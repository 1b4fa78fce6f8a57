package io.docent.channel.slack;

import com.google.gson.JsonParseException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Where Slack sends events, commands and presses of buttons. Nothing is read before its signature is. */
@Controller("/slack")
@ExecuteOn(SlackController.ACKNOWLEDGING)
class SlackController {

    /**
     * The executor of its own, in {@code application.yml}: threads of the system, which get their share of the processor
     * however much is being answered.
     */
    static final String ACKNOWLEDGING = "slack";

    private final SlackSettings settings;
    private final Signature signature;
    private final Reception reception;
    private final Rush rush;

    SlackController(SlackSettings settings, Signature signature, Reception reception, Rush rush) {
        this.settings = settings;
        this.signature = signature;
        this.reception = reception;
        this.rush = rush;
    }

    /** Acknowledges; the work is done after. */
    @Post(uris = {"/events", "/commands", "/interactions"})
    @Consumes(MediaType.ALL)
    HttpResponse<?> receive(HttpRequest<byte[]> request) {
        byte[] bytes = request.getBody().orElse(new byte[0]);
        if (!settings.isOn()) {
            throw new HttpStatusException(HttpStatus.NOT_FOUND, "Slack is not set up here");
        }
        String timestamp = request.getHeaders().get("X-Slack-Request-Timestamp");
        if (!signature.isOfSlack(timestamp, request.getHeaders().get("X-Slack-Signature"), bytes)) {
            throw new HttpStatusException(
                    HttpStatus.UNAUTHORIZED,
                    "this is not signed by Slack within the last five minutes with docent.slack.signing-secret");
        }
        try {
            Acknowledgement answer = reception.take(new String(bytes, StandardCharsets.UTF_8), headers(request));
            return answer.equals(Acknowledgement.EMPTY) ? HttpResponse.ok() : HttpResponse.ok(answer);
        } catch (JsonParseException e) {
            throw new HttpStatusException(HttpStatus.BAD_REQUEST, "the body cannot be read as Slack's");
        } catch (BusyException e) {
            throw new HttpStatusException(HttpStatus.SERVICE_UNAVAILABLE, String.valueOf(e.getMessage()));
        } finally {
            rush.seen();
        }
    }

    private static Map<String, List<String>> headers(HttpRequest<?> request) {
        return request.getHeaders().asMap().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
