package io.docent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The HTTP API as a program elsewhere would call it: with the JDK's client and no class of the service. */
public final class HttpApi {

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI base;
    private final Duration patience;

    /** With more patience than any answer takes: a request that hangs is a failure, not a wait. */
    public HttpApi(URI base) {
        this(base, Duration.ofSeconds(15));
    }

    /**
     * For what may take longer.
     *
     * @param patience how long an answer may take
     */
    public HttpApi(URI base, Duration patience) {
        this.base = base;
        this.patience = patience;
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(patience);
    }

    public Response get(String path) {
        return send(request(path).GET());
    }

    public Response delete(String path) {
        return send(request(path).DELETE());
    }

    public Response post(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    /** Asks without a conversation before. */
    public Json ask(String question) {
        return post("/api/chat", body("question", question)).json(200);
    }

    /** Asks in a conversation. */
    public Json ask(String question, String conversation) {
        return post("/api/chat", body("question", question, "conversationId", conversation))
                .json(200);
    }

    /** A JSON object of texts: name, value, name, value …. */
    public static String body(String... fields) {
        List<String> members = new ArrayList<>();
        for (int i = 0; i < fields.length; i += 2) {
            members.add(Json.quoted(fields[i]) + ":" + Json.quoted(fields[i + 1]));
        }
        return "{" + String.join(",", members) + "}";
    }

    public Response send(HttpRequest.Builder request) {
        try {
            var response = client.send(request.build(), BodyHandlers.ofString());
            return new Response(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The events of a stream that ends. */
    public List<Event> stream(String path, String json) {
        Response response = post(path, json);
        assertThat(response.status()).as(response.text()).isEqualTo(200);
        assertThat(response.header("Content-Type")).startsWith("text/event-stream");
        return Event.all(response.text());
    }

    /** Sends files, each as name and content. */
    public Response upload(String path, String... namesAndContents) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < namesAndContents.length; i += 2) {
            body.append("--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"")
                    .append(namesAndContents[i])
                    .append("\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                    .append(namesAndContents[i + 1])
                    .append("\r\n");
        }
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=limit")
                .POST(BodyPublishers.ofString(body + "--limit--\r\n")));
    }

    /** What came back. */
    public record Response(int status, HttpHeaders headers, String text) {

        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        public Json json(int expectedStatus) {
            assertThat(status).as(text()).isEqualTo(expectedStatus);
            assertThat(header("Content-Type")).isEqualTo("application/json");
            return Json.parsed(text);
        }

        /** Checks that it is a problem as RFC 9457 has it, and tells its detail. */
        public String problem(int expectedStatus) {
            assertThat(status).as(text()).isEqualTo(expectedStatus);
            assertThat(header("Content-Type")).isEqualTo("application/problem+json");
            Json problem = Json.parsed(text);
            assertThat(problem.names()).containsExactly("status", "title", "detail", "requestId");
            assertThat(problem.get("status").number()).isEqualTo(expectedStatus);
            assertThat(problem.get("requestId").text()).isEqualTo(header("X-Request-Id"));
            assertThat(problem.get("title").text()).isNotBlank();
            assertThat(problem.get("detail").text()).isNotBlank();
            return problem.get("detail").text();
        }
    }

    /** A server-sent event. */
    public record Event(String name, Json data) {

        static List<Event> all(String stream) {
            List<Event> events = new ArrayList<>();
            for (String block : stream.strip().split("\n\n")) {
                String name = "";
                StringBuilder data = new StringBuilder();
                for (String line : block.split("\n")) {
                    if (line.startsWith("event:")) {
                        name = line.substring(6).strip();
                    } else if (line.startsWith("data:")) {
                        data.append(line.substring(5).strip());
                    }
                }
                events.add(new Event(name, Json.parsed(data.toString())));
            }
            return events;
        }
    }
}
