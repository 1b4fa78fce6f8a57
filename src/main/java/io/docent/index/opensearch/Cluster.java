package io.docent.index.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.docent.index.IndexException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch.generic.Body;
import org.opensearch.client.opensearch.generic.OpenSearchGenericClient;
import org.opensearch.client.opensearch.generic.Request;
import org.opensearch.client.opensearch.generic.Requests;
import org.opensearch.client.opensearch.generic.Response;
import org.opensearch.client.transport.OpenSearchTransport;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;
import org.opensearch.client.transport.httpclient5.ResponseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The nodes, whichever of them answers. What failed for a passing reason is tried again: briefly for what a question
 * waits for, for long enough to elect a cluster manager for what is written. For any thread.
 */
final class Cluster implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);

    private static final Duration PATIENCE_OF_READERS = Duration.ofSeconds(2);
    private static final Duration PATIENCE_OF_WRITERS = Duration.ofSeconds(30);
    private static final long FIRST_PAUSE_MS = 100;
    private static final long LONGEST_PAUSE_MS = 5_000;
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(5);
    private static final int CONNECTIONS_PER_HOST = 64;

    private final OpenSearchTransport transport;
    private final OpenSearchGenericClient client;
    private final Failures failures;

    Cluster(OpenSearchSettings settings) {
        failures = new Failures(settings);
        HttpHost[] hosts = settings.hosts().stream().map(Cluster::host).toArray(HttpHost[]::new);
        transport = ApacheHttpClient5TransportBuilder.builder(hosts)
                .setDefaultHeaders(headers(settings))
                .setRequestConfigCallback(config -> config.setResponseTimeout(Timeout.of(settings.timeout())))
                .setHttpClientConfigCallback(http -> http.setConnectionManager(connections(settings)))
                .build();
        client = new OpenSearchGenericClient(transport);
    }

    private static HttpHost host(String address) {
        URI uri = URI.create(address);
        return new HttpHost(uri.getScheme(), uri.getHost(), uri.getPort());
    }

    private static Header[] headers(OpenSearchSettings settings) {
        if (settings.username() == null) {
            return new Header[0];
        }
        if (settings.hosts().stream().anyMatch(host -> host.startsWith("http:"))) {
            LOG.warn("docent.opensearch.password is sent unencrypted to the hosts whose addresses begin with http:");
        }
        String both = settings.username() + ':' + settings.password();
        String coded = Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
        return new Header[] {new BasicHeader("Authorization", "Basic " + coded)};
    }

    private static PoolingAsyncClientConnectionManager connections(OpenSearchSettings settings) {
        Duration connect = settings.timeout().compareTo(LONGEST_CONNECT) < 0 ? settings.timeout() : LONGEST_CONNECT;
        PoolingAsyncClientConnectionManagerBuilder builder = PoolingAsyncClientConnectionManagerBuilder.create()
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(connect))
                        .setSocketTimeout(Timeout.of(settings.timeout()))
                        .build())
                .setMaxConnPerRoute(CONNECTIONS_PER_HOST)
                .setMaxConnTotal(CONNECTIONS_PER_HOST * settings.hosts().size());
        String certificates = settings.certificates();
        if (certificates != null) {
            builder.setTlsStrategy(ClientTlsStrategyBuilder.create()
                    .setSslContext(Trust.in(certificates))
                    .buildAsync());
        }
        return builder.build();
    }

    /**
     * Asks for something that is there.
     *
     * @throws IndexException where there is no answer, or another than wanted
     */
    JsonNode read(String method, String path, Map<String, String> parameters, @Nullable Object body) {
        return wanted(send(method, path, parameters, json(body), PATIENCE_OF_READERS));
    }

    /** Changes something; doing so twice must do no harm, for it may be sent again. */
    JsonNode write(String method, String path, Map<String, String> parameters, @Nullable Object body) {
        return wanted(answer(method, path, parameters, body));
    }

    /** What {@link #write} does, where an error may be an answer too. */
    Answer answer(String method, String path, Map<String, String> parameters, @Nullable Object body) {
        return send(method, path, parameters, json(body), PATIENCE_OF_WRITERS);
    }

    /** Several searches at once, the answers in their order. */
    JsonNode searches(byte[] lines) {
        Body body = Body.from(lines, "application/x-ndjson");
        JsonNode answers = wanted(send("POST", "/_msearch", Map.of(), body, PATIENCE_OF_READERS))
                .path("responses");
        for (JsonNode one : answers) {
            wanted(new Answer(one.path("status").asInt(), one));
        }
        return answers;
    }

    /** Many writes at once; whether each was done is told of each. */
    JsonNode bulk(byte[] lines) {
        return wanted(send("POST", "/_bulk", Map.of(), Body.from(lines, "application/x-ndjson"), PATIENCE_OF_WRITERS));
    }

    JsonNode wanted(Answer answer) {
        if (answer.status() >= 300) {
            throw failures.of(answer);
        }
        return answer.body();
    }

    IndexException failure(int status, JsonNode body) {
        return failures.of(new Answer(status, body));
    }

    private static @Nullable Body json(@Nullable Object body) {
        return body == null ? null : Body.from(Json.write(body), "application/json");
    }

    private Answer send(
            String method, String path, Map<String, String> parameters, @Nullable Body body, Duration patience) {
        long start = System.nanoTime();
        byte[] bytes = body == null ? new byte[0] : body.bodyAsBytes();
        for (long pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
            boolean last = System.nanoTime() - start + pause * 1_000_000 > patience.toNanos();
            try {
                Answer answer = once(request(method, path, parameters, body, bytes));
                if (last || !Failures.isPassing(answer)) {
                    return answer;
                }
            } catch (IOException e) {
                if (last || e instanceof SocketTimeoutException || Failures.isOfTrust(e)) {
                    throw failures.of(e);
                }
            }
            sleep(pause);
        }
    }

    private static Request request(
            String method, String path, Map<String, String> parameters, @Nullable Body body, byte[] bytes) {
        var request = Requests.builder().method(method).endpoint(path).query(parameters);
        if (body != null) {
            request.body(Body.from(bytes, body.contentType()));
        }
        return request.build();
    }

    private Answer once(Request request) throws IOException {
        try (Response response = client.execute(request)) {
            byte[] bytes = response.getBody().map(Body::bodyAsBytes).orElseGet(() -> new byte[0]);
            return new Answer(response.getStatus(), parsed(bytes, response.getStatus()));
        } catch (IOException e) {
            // The transport throws some answers, at times inside of another exception.
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof ResponseException thrown) {
                    return answer(thrown);
                }
            }
            throw e;
        }
    }

    /** Its body can be had from its message alone, after a line of the transport's own. */
    private static Answer answer(ResponseException thrown) throws IOException {
        String told = String.valueOf(thrown.getMessage());
        int start = told.indexOf("\n{");
        String body = start < 0 ? "" : told.substring(start);
        return new Answer(thrown.status(), parsed(body.getBytes(StandardCharsets.UTF_8), thrown.status()));
    }

    /** Errors may come from a proxy, in whatever form. */
    private static JsonNode parsed(byte[] bytes, int status) throws IOException {
        if (bytes.length == 0) {
            return MissingNode.getInstance();
        }
        try {
            return Json.read(bytes);
        } catch (IOException e) {
            if (status >= 300) {
                return MissingNode.getInstance();
            }
            throw e;
        }
    }

    static void sleep(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IndexException("waiting for OpenSearch was interrupted", e);
        }
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (IOException e) {
            LOG.warn("The connections to OpenSearch cannot be closed: {}", e.getMessage());
        }
    }

    /**
     * What a node answered.
     *
     * @param status of HTTP
     * @param body missing where it is not JSON
     */
    record Answer(int status, JsonNode body) {}
}
