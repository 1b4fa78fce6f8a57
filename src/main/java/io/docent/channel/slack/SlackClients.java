package io.docent.channel.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.util.http.SlackHttpClient;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Slack's own clients, made with the first call: where Slack is off, they cost the start nothing. For any thread. */
final class SlackClients {

    private final SlackSettings settings;
    private @Nullable Clients clients;

    SlackClients(SlackSettings settings) {
        this.settings = settings;
    }

    /** For methods that may be carried out twice. */
    Slack repeatable() {
        return clients().repeatable;
    }

    /**
     * For methods that make something new each time. OkHttp sends again by itself when a connection breaks, also after the
     * request was sent; so a message is never sent over a connection that was kept, which the other side may just be closing.
     */
    Slack posting() {
        return clients().posting;
    }

    private synchronized Clients clients() {
        if (clients == null) {
            clients = make();
        }
        return clients;
    }

    private Clients make() {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(settings.apiUrl());
        int timeout = (int) settings.timeout().toMillis();
        config.setHttpClientReadTimeoutMillis(timeout);
        config.setHttpClientWriteTimeoutMillis(timeout);
        config.setHttpClientCallTimeoutMillis(timeout);
        config.setStatsEnabled(false);
        // A redirection could lead anywhere.
        OkHttpClient http = SlackHttpClient.buildOkHttpClient(config)
                .newBuilder()
                .followRedirects(false)
                .build();
        OkHttpClient once = http.newBuilder()
                .retryOnConnectionFailure(false)
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .build();
        return new Clients(
                Slack.getInstance(config, new SlackHttpClient(http)),
                Slack.getInstance(config, new SlackHttpClient(once)));
    }

    synchronized void close() throws Exception {
        if (clients != null) {
            clients.repeatable.close();
            clients.posting.close();
        }
    }

    private record Clients(Slack repeatable, Slack posting) {}
}
