package io.docent.model;

import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How langchain4j's models reach their servers. A request runs on the thread that makes it, streamed ones too, so that
 * interrupting the thread ends it at any moment, before the first byte as well; langchain4j's own client cannot be
 * stopped there, and keeps Retry-After to itself. HTTP/1.1, no redirects (they would carry the key along), bodies up to
 * 32 MiB. For any thread.
 */
final class ModelHttpClient implements HttpClient {

    private static final Duration CONNECT = Duration.ofSeconds(5);

    /** A response is no longer than this and {@link #LONGEST_TOKEN} for each token that it may have; in bytes. */
    private static final int LONGEST_ENVELOPE = 1 << 20;

    /** What a token's event may take, with all that servers put around it. */
    private static final int LONGEST_TOKEN = 4 << 10;

    private static final int LONGEST_ERROR = 64 << 10;
    private static final int LONGEST_MESSAGE = 200;

    /** What looks like a key, whole or masked. */
    private static final Pattern KEY = Pattern.compile("\\b(sk|pk|key|gsk|xai)-[\\w*.-]+|Bearer \\S+");

    private final java.net.http.HttpClient client;
    private final Duration timeout;
    private final @Nullable String secret;
    private final int longestBody;

    ModelHttpClient(LlmSettings settings) {
        this.timeout = settings.timeout();
        this.secret = settings.apiKey();
        this.longestBody =
                (int) Math.min(Integer.MAX_VALUE - 8L, LONGEST_ENVELOPE + (long) LONGEST_TOKEN * settings.maxTokens());
        this.client = java.net.http.HttpClient.newBuilder()
                .version(java.net.http.HttpClient.Version.HTTP_1_1)
                .followRedirects(java.net.http.HttpClient.Redirect.NEVER)
                .connectTimeout(timeout.compareTo(CONNECT) < 0 ? timeout : CONNECT)
                .build();
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        try {
            HttpResponse<InputStream> response = client.send(translated(request), BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                check(response, body);
                byte[] bytes = body.readNBytes(longestBody);
                return SuccessfulHttpResponse.builder()
                        .statusCode(response.statusCode())
                        .headers(response.headers().map())
                        .body(bytes)
                        .build();
            }
        } catch (HttpTimeoutException e) {
            throw new TimeoutException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for the language model", e);
        }
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        try {
            HttpResponse<InputStream> response = client.send(translated(request), BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                check(response, body);
                listener.onOpen(SuccessfulHttpResponse.builder()
                        .statusCode(response.statusCode())
                        .headers(response.headers().map())
                        .build());
                parser.parse(new Limited(body, longestBody), listener);
                listener.onClose();
            }
        } catch (HttpTimeoutException e) {
            listener.onError(new TimeoutException(e));
        } catch (IOException | RefusedException e) {
            listener.onError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            listener.onError(e);
        }
    }

    private java.net.http.HttpRequest translated(HttpRequest request) {
        var made =
                java.net.http.HttpRequest.newBuilder(URI.create(request.url())).timeout(timeout);
        request.headers().forEach((name, values) -> values.forEach(value -> made.header(name, value)));
        String body = request.body();
        return made.method(
                        request.method().name(),
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
    }

    private void check(HttpResponse<InputStream> response, InputStream body) throws IOException {
        int status = response.statusCode();
        if (status >= 200 && status < 300) {
            return;
        }
        String said = new String(body.readNBytes(LONGEST_ERROR), StandardCharsets.UTF_8);
        throw new RefusedException(
                status,
                "HTTP " + status + ": " + withoutKeys(said),
                RetryAfter.in(response.headers().firstValue("Retry-After").orElse(""), Instant.now()));
    }

    private String withoutKeys(String said) {
        String known = secret;
        String safe = known == null ? said : said.replace(known, "…");
        safe = KEY.matcher(safe)
                .replaceAll("…")
                .replaceAll("[\\s\\p{Cntrl}]+", " ")
                .strip();
        return safe.length() > LONGEST_MESSAGE ? safe.substring(0, LONGEST_MESSAGE) + "…" : safe;
    }

    /** Ends after so many bytes. */
    private static final class Limited extends InputStream {

        private final InputStream body;
        private int left;

        Limited(InputStream body, int most) {
            this.body = body;
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int value = left > 0 ? body.read() : -1;
            left--;
            return value;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (left <= 0) {
                return -1;
            }
            int count = body.read(bytes, offset, Math.min(length, left));
            left -= Math.max(0, count);
            return count;
        }

        @Override
        public void close() throws IOException {
            body.close();
        }
    }

    /** Makes clients; what langchain4j says of timeouts is not heeded. */
    static final class Builder implements HttpClientBuilder {

        private final LlmSettings settings;

        Builder(LlmSettings settings) {
            this.settings = settings;
        }

        @Override
        public Duration connectTimeout() {
            return CONNECT;
        }

        @Override
        public HttpClientBuilder connectTimeout(Duration ignored) {
            return this;
        }

        @Override
        public Duration readTimeout() {
            return settings.timeout();
        }

        @Override
        public HttpClientBuilder readTimeout(Duration ignored) {
            return this;
        }

        @Override
        public HttpClient build() {
            return new ModelHttpClient(settings);
        }
    }
}
