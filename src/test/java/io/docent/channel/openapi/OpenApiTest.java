package io.docent.channel.openapi;

import static io.docent.HttpApi.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.docent.HttpApi;
import io.docent.HttpApi.Response;
import io.docent.HttpService;
import io.micronaut.web.router.Router;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** Holds the document against the routes that there are, and against what they answer. */
class OpenApiTest {

    private static final String WEBHOOK = "znf7rg15kjfs8kdq7gwx5nqsuc";

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path root;

    private static HttpService service;
    private static HttpApi api;
    private static Described described;

    @BeforeAll
    static void start() throws IOException {
        service = new HttpService(
                HttpService.exampleFolder(Files.createDirectories(root.resolve("folder"))),
                root.resolve("data"),
                Map.of("docent.webhook.tokens", WEBHOOK));
        api = service.api();
        described = new Described(JSON.readTree(api.get("/openapi/docent.json").text()));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void hasEveryRouteAndNoOther() {
        Set<String> routes = service.context()
                .getBean(Router.class)
                .uriRoutes()
                .filter(route -> !route.getHttpMethodName().equals("HEAD"))
                .map(route -> route.getHttpMethodName() + " "
                        + route.getUriMatchTemplate().toPathString().replace("{+", "{"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(described.operations().keySet()).isEqualTo(routes);
    }

    @Test
    void isTheSameInBothNotations() throws IOException {
        Object yaml = new Yaml().load(api.get("/openapi/docent.yml").text());

        assertThat(JSON.<JsonNode>valueToTree(yaml).get("paths"))
                .isEqualTo(described.document().get("paths"));
        assertThat(described.document().get("openapi").asText()).isEqualTo("3.1.0");
    }

    @Test
    void describesEveryOperation() {
        List<String> names = new ArrayList<>();
        described.operations().forEach((route, operation) -> {
            names.add(operation.path("operationId").asText());
            assertThat(operation.path("summary").asText()).as(route).isNotBlank();
            assertThat(operation.path("tags")).as(route).isNotEmpty();
            assertThat(operation.path("responses").properties()).as(route).allSatisfy(response -> {
                assertThat(described
                                .resolved(response.getValue())
                                .path("description")
                                .asText())
                        .as(route + " " + response.getKey())
                        .isNotBlank()
                        .doesNotEndWith(" response");
            });
            for (JsonNode parameter : operation.path("parameters")) {
                assertThat(parameter.path("name").asText()).as(route).isNotEqualTo("person");
                assertThat(parameter.path("description").asText()).as(route).isNotBlank();
                assertThat(parameter.has("example")).as(route + " " + parameter).isTrue();
                assertThat(route.contains("{" + parameter.path("name").asText() + "}"))
                        .as(route)
                        .isEqualTo(parameter.path("in").asText().equals("path"));
            }
        });
        assertThat(names).doesNotHaveDuplicates().doesNotContain("");
    }

    @Test
    void describesEveryFieldAndShowsAnExampleOfEveryBody() {
        List<String> silent = new ArrayList<>();
        described.fields((where, field) -> {
            if (!described.isDescribed(field)) {
                silent.add(where);
            }
        });
        described.contents((where, content) -> {
            boolean isData = !where.matches(".*(text/html|\\*/\\*|octet-stream|multipart/form-data)")
                    && !where.matches("(GET /openapi|POST /slack).* 200 .*");
            if (isData && !content.has("example")) {
                silent.add(where);
            }
        });

        assertThat(silent).isEmpty();
    }

    @Test
    void everyReferenceLeadsSomewhereAndEverySchemaIsReferredTo() {
        Set<String> references = new TreeSet<>(described.document().findValuesAsText("$ref"));

        assertThat(references)
                .allSatisfy(reference -> assertThat(
                                described.document().at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
        described
                .document()
                .at("/components/schemas")
                .fieldNames()
                .forEachRemaining(name -> assertThat(references).contains("#/components/schemas/" + name));
    }

    @Test
    void everyExampleIsAsItsSchemaHasIt() {
        int[] checked = {0};
        described.contents((where, content) -> {
            if (content.has("example")) {
                checked[0]++;
                assertThat(described.problems(content.get("schema"), content.get("example")))
                        .as(where)
                        .isEmpty();
            }
        });
        assertThat(checked[0]).isGreaterThan(15);
    }

    @Test
    void theCheckCanFail() throws IOException {
        JsonNode schema = JSON.readTree("{\"$ref\": \"#/components/schemas/Problem\"}");

        assertThat(described.problems(schema, JSON.readTree("{\"status\": 1, \"title\": \"a\"}")))
                .isNotEmpty();
        assertThat(described.problems(
                        schema, JSON.readTree("{\"status\": 1, \"title\": \"a\", \"detail\": \"b\", \"more\": 1}")))
                .isNotEmpty();
    }

    @Test
    void whatIsAnsweredIsAsItIsDescribed() throws IOException {
        String asked = body("question", "Who founded Kestrel Instruments?");
        JsonNode answer = check("POST /api/chat", "/api/chat", post(asked), 200);
        check("POST /api/chat", "/api/chat", post("{\"question\":\"Who visited Beijing?\",\"explain\":true}"), 200);
        check("POST /api/chat", "/api/chat", post(body("question", "What is the population of Brazil?")), 200);
        check("POST /api/chat", "/api/chat", post(body("question", "Hello")), 200);
        check("POST /api/chat", "/api/chat", post("{}"), 400);
        check("POST /api/chat", "/api/chat", post(body("question", "a", "conversationId", "b")), 404);
        check(
                "POST /api/chat",
                "/api/chat",
                api.request("").header("Content-Type", "text/plain").POST(BodyPublishers.ofString("a")),
                415);
        String id = answer.get("id").asText();
        String conversation = answer.get("conversationId").asText();
        check("GET /api/search", "/api/search?q=battery", 200);
        check("GET /api/search", "/api/search?q=battery&limit=0", 400);
        check("GET /api/examples", "/api/examples", 200);
        JsonNode documents = check("GET /api/documents", "/api/documents", 200);
        String manual = documents
                .get("documents")
                .get(documents.get("documents").size() - 1)
                .get("id")
                .asText();
        check("GET /api/documents/{id}", "/api/documents/" + manual, 200);
        check("GET /api/documents/{id}", "/api/documents/nothing", 404);
        check("GET /api/documents/{id}/text", "/api/documents/" + manual + "/text", 200);
        check(
                "DELETE /api/documents/{id}",
                "/api/documents/" + manual,
                api.request("").DELETE(),
                409);
        check("GET /api/ingestion", "/api/ingestion", 200);
        check("POST /api/ingestion", "/api/ingestion", post(""), 202);
        check("GET /api/answers/{id}", "/api/answers/" + id, 200);
        check("GET /api/answers/{id}", "/api/answers/nothing", 404);
        check("POST /api/answers/{id}/feedback", "/api/answers/" + id + "/feedback", post("{\"helpful\":true}"), 204);
        check("GET /api/conversations", "/api/conversations", 200);
        check("GET /api/conversations/{id}", "/api/conversations/" + conversation, 200);
        check(
                "DELETE /api/conversations/{id}",
                "/api/conversations/" + conversation,
                api.request("").DELETE(),
                204);
        check("GET /api/session", "/api/session", 200);
        check("POST /api/session", "/api/session", post(body("token", "nothing")), 401);
        check("GET /v1/models", "/v1/models", 200);
        check("GET /v1/models/{id}", "/v1/models/docent", 200);
        check("GET /v1/models/{id}", "/v1/models/gpt", 404);
        String completion =
                "{\"model\":\"docent\",\"messages\":[{\"role\":\"user\",\"content\":\"Who visited Beijing?\"}]}";
        check("POST /v1/chat/completions", "/v1/chat/completions", post(completion), 200);
        check("POST /v1/chat/completions", "/v1/chat/completions", post("{}"), 400);
        check("POST /mcp", "/mcp", post("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}"), 200);
        check("POST /mcp", "/mcp", post("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"nothing\"}"), 200);
        check("POST /mcp", "/mcp", post("[]"), 400);
        check("POST /webhook", "/webhook", post(body("token", WEBHOOK, "text", "Who visited Beijing?")), 200);
        check("POST /webhook", "/webhook", post(body("token", "nothing", "text", "a")), 401);
        check("POST /slack/events", "/slack/events", post("{}"), 404);
        check("GET /health", "/health", 200);
        check("GET /health/{selector}", "/health/liveness", 200);
        check("GET /openapi/docent.json", "/openapi/docent.json", 200);
    }

    @Test
    void uploadsAreAnsweredAsTheyAreDescribed() throws IOException {
        Response indexed = api.upload("/api/documents", "a.txt", "Sixty people work in Bonn.", "b.pdf", "%PDF-1.7 no");

        check("POST /api/documents", indexed, 200);
        check("POST /api/documents", api.upload("/api/documents", "a.txt", "Seventy."), 409);
        check("POST /api/documents", api.upload("/api/documents"), 400);
    }

    @Test
    void everyEventIsAsItIsDescribed() throws IOException {
        Response chat = api.post("/api/chat/stream", body("question", "Who founded Kestrel Instruments?"));
        Response completion = api.post("/v1/chat/completions", """
                {"model": "docent", "stream": true, "stream_options": {"include_usage": true},
                 "messages": [{"role": "user", "content": "Who founded Kestrel Instruments?"}]}""");

        assertThat(events("POST /api/chat/stream", chat)).contains("found", "piece", "done");
        assertThat(events("POST /v1/chat/completions", completion)).hasSizeGreaterThan(3);
    }

    private static List<String> events(String route, Response response) throws IOException {
        JsonNode schemas = described
                .operation(route)
                .at("/responses/200/content")
                .get("text/event-stream")
                .get("x-events");
        List<String> names = new ArrayList<>();
        for (String block : response.text().strip().split("\n\n")) {
            String name = block.lines()
                    .filter(line -> line.startsWith("event:"))
                    .map(line -> line.substring(6).strip())
                    .findFirst()
                    .orElse("");
            String data = block.lines()
                    .filter(line -> line.startsWith("data:"))
                    .map(line -> line.substring(5).strip())
                    .collect(Collectors.joining());
            if (!data.equals("[DONE]")) {
                assertThat(schemas.has(name)).as(name).isTrue();
                assertThat(described.problems(schemas.get(name), JSON.readTree(data)))
                        .as(data)
                        .isEmpty();
                names.add(name);
            }
        }
        return names;
    }

    private static HttpRequest.Builder post(String json) {
        return api.request("").header("Content-Type", "application/json").POST(BodyPublishers.ofString(json));
    }

    private static JsonNode check(String route, String path, int status) throws IOException {
        return check(route, path, api.request("").GET(), status);
    }

    private static JsonNode check(String route, String path, HttpRequest.Builder request, int status)
            throws IOException {
        return check(route, api.send(request.uri(api.request(path).build().uri())), status);
    }

    private static JsonNode check(String route, Response response, int status) throws IOException {
        assertThat(response.status()).as(route + " " + response.text()).isEqualTo(status);
        JsonNode told =
                described.resolved(described.operation(route).path("responses").path(String.valueOf(status)));
        assertThat(told.isMissingNode()).as(route + " " + status).isFalse();
        String type = response.header("Content-Type").toLowerCase(Locale.ROOT);
        if (response.text().isEmpty()) {
            return JSON.nullNode();
        }
        assertThat(told.path("content").has(type))
                .as(route + " " + status + " " + type)
                .isTrue();
        JsonNode body = JSON.readTree(response.text());
        assertThat(described.problems(told.path("content").path(type).get("schema"), body))
                .as(route + " " + response.text())
                .isEmpty();
        return body;
    }
}
