package io.docent.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.docent.evaluation.BadInputException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A running Docent, asked over its HTTP API like by any other client. */
final class Server {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** As long as a language model may take, and a little more. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Duration TO_CONNECT = Duration.ofSeconds(5);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(TO_CONNECT).build();
    private final URI base;
    private final @Nullable String token;

    Server(URI base, @Nullable String token) {
        this.base = base;
        this.token = token;
    }

    /** Where {@code --url} points. */
    static Server at(String url, @Nullable String token) {
        try {
            URI uri = new URI(url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return new Server(uri, token);
            }
        } catch (URISyntaxException e) {
            throw wrong(url);
        }
        throw wrong(url);
    }

    private static BadInputException wrong(String url) {
        return new BadInputException("--url is '" + url + "'; allowed is an address such as http://localhost:8080");
    }

    URI base() {
        return base;
    }

    JsonNode get(String path) {
        return send(request(path).GET().build());
    }

    JsonNode post(String path, JsonNode body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE);
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private JsonNode send(HttpRequest request) {
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new NoAnswerException(refusal(response));
            }
            return MAPPER.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new NoAnswerException(base + " answers, but not as Docent does; look at the address");
        } catch (IOException e) {
            throw new NoAnswerException(base + " cannot be reached; is Docent running there?");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoAnswerException("stopped while waiting for " + base);
        }
    }

    private String refusal(HttpResponse<String> response) {
        if (response.statusCode() == 401) {
            return base + " wants an access token: "
                    + (token == null
                            ? "give it as --token, or in the environment as DOCENT_TOKEN"
                            : "it does not accept the one that was given");
        }
        return base + " refused: " + detail(response);
    }

    private static String detail(HttpResponse<String> response) {
        try {
            String detail = MAPPER.readTree(response.body()).path("detail").asText();
            return detail.isEmpty() ? "status " + response.statusCode() : detail;
        } catch (JsonProcessingException e) {
            return "status " + response.statusCode();
        }
    }
}
