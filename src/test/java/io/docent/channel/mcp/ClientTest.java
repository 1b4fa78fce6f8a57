package io.docent.channel.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.docent.HttpService;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.json.schema.jackson2.DefaultJsonSchemaValidator;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.ResourceLink;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Docent as the SDK's own client sees it. */
class ClientTest {

    private static final String TOKEN = "alice-0123456789abcdef";

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path root;

    private static HttpService service;
    private static McpSyncClient client;
    private static Map<String, Tool> tools;

    @BeforeAll
    static void start() throws IOException {
        service = new HttpService(
                HttpService.exampleFolder(Files.createDirectories(root.resolve("folder"))),
                root.resolve("data"),
                Map.of("docent.access.tokens", TOKEN, "docent.public-url", "https://docent.example.org"));
        client = client(TOKEN);
        client.initialize();
        tools = client.listTools().tools().stream().collect(Collectors.toMap(Tool::name, Function.identity()));
    }

    private static McpSyncClient client(String token) {
        return McpClient.sync(HttpClientStreamableHttpTransport.builder("http://localhost:" + service.port())
                        .endpoint("/mcp")
                        .requestBuilder(HttpRequest.newBuilder().header("Authorization", "Bearer " + token))
                        .build())
                .requestTimeout(Duration.ofSeconds(15))
                .initializationTimeout(Duration.ofSeconds(15))
                .build();
    }

    @AfterAll
    static void stop() {
        client.close();
        service.close();
    }

    private static CallToolResult call(String tool, Map<String, Object> arguments) {
        return client.callTool(new CallToolRequest(tool, arguments));
    }

    /** The structured content, which is as the tool's output schema has it. */
    private static JsonNode content(String tool, CallToolResult result) {
        assertThat(result.isError()).as("%s", result.content()).isNotEqualTo(true);
        var validated = new DefaultJsonSchemaValidator()
                .validate(Objects.requireNonNull(tools.get(tool)).outputSchema(), result.structuredContent());
        assertThat(validated.valid()).as(validated.errorMessage()).isTrue();
        JsonNode data = JSON.valueToTree(result.structuredContent());
        assertThat(parsed(text(result))).as("the same as a text").isEqualTo(data);
        return data;
    }

    private static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(json, e);
        }
    }

    private static String text(CallToolResult result) {
        return ((TextContent) result.content().getFirst()).text();
    }

    private static List<ResourceLink> links(CallToolResult result) {
        return result.content().stream()
                .filter(ResourceLink.class::isInstance)
                .map(ResourceLink.class::cast)
                .toList();
    }

    private static String read(String uri) {
        return ((TextResourceContents) client.readResource(new ReadResourceRequest(uri))
                        .contents()
                        .getFirst())
                .text();
    }

    @Test
    void introducesItself() {
        assertThat(client.getServerInfo().name()).isEqualTo("docent");
        assertThat(client.getServerInstructions()).contains("ask", "sources");
        assertThat(client.getServerCapabilities().tools()).isNotNull();
        assertThat(client.getServerCapabilities().resources()).isNotNull();
        client.ping();
    }

    @Test
    void offersToolsThatOnlyReadAndSayWhatTheyTakeAndGive() {
        assertThat(tools).containsOnlyKeys("ask", "search", "list_documents", "read_document");
        assertThat(tools.values()).allSatisfy(tool -> {
            assertThat(tool.title()).isNotBlank();
            assertThat(tool.description()).hasSizeGreaterThan(50);
            assertThat(tool.annotations().readOnlyHint()).isTrue();
            assertThat(tool.annotations().destructiveHint()).isFalse();
            assertThat(tool.annotations().openWorldHint()).isFalse();
            assertThat(tool.inputSchema().additionalProperties()).isFalse();
            assertThat(tool.outputSchema()).containsEntry("type", "object").containsKey("required");
        });
    }

    @Test
    void answersWithSpansThatCanBeRead() {
        CallToolResult result = call("ask", Map.of("question", "Who founded Kestrel Instruments?"));

        JsonNode answer = content("ask", result);
        assertThat(answer.get("status").asText()).isEqualTo("answered");
        assertThat(answer.get("answer").asText())
                .isEqualTo("Kestrel Instruments was founded by Maria Oduya in 1987 [1].");
        assertThat(answer.get("sentences").get(0).get("support").asText()).isEqualTo("quoted");
        JsonNode citation = answer.get("citations").get(0);
        assertThat(citation.get("link").asText()).startsWith("https://docent.example.org/documents/");
        assertThat(links(result)).singleElement().satisfies(link -> {
            assertThat(link.uri()).isEqualTo(citation.get("resource").asText());
            assertThat(link.description()).isEqualTo(citation.get("quote").asText());
            assertThat(read(link.uri())).isEqualTo(citation.get("quote").asText());
        });
    }

    @Test
    void saysThatTheDocumentsDoNotHoldIt() {
        CallToolResult result = call("ask", Map.of("question", "What is the population of Brazil?"));

        JsonNode answer = content("ask", result);
        assertThat(answer.get("status").asText()).isEqualTo("not_found");
        assertThat(answer.get("citations")).isEmpty();
        assertThat(answer.get("answer").asText()).isEqualTo("This is not in the documents.");
    }

    @Test
    void answersFromTheDocumentsThatAreNamed() {
        JsonNode listed = content("list_documents", call("list_documents", Map.of("text", "travel")));
        String travel = listed.get("documents").get(0).get("documentId").asText();

        JsonNode answer = content(
                "ask",
                call("ask", Map.of("question", "Who founded Kestrel Instruments?", "documentIds", List.of(travel))));

        assertThat(answer.get("status").asText()).isEqualTo("not_found");
    }

    @Test
    void findsPassagesThatCanBeRead() {
        CallToolResult result = call("search", Map.of("query", "battery of the gauge", "limit", 2));

        JsonNode passages = content("search", result).get("passages");
        assertThat(passages).hasSizeBetween(1, 2);
        JsonNode first = passages.get(0);
        assertThat(first.get("source").asText()).isEqualTo("manual.pdf");
        assertThat(first.get("text").asText()).contains("300 hours");
        assertThat(links(result)).hasSameSizeAs(passages);
        assertThat(read(links(result).getFirst().uri()))
                .isEqualTo(first.get("text").asText());
        JsonNode part = content(
                "read_document",
                call(
                        "read_document",
                        Map.of(
                                "documentId", first.get("documentId").asText(),
                                "start", first.get("start").asInt(),
                                "end", first.get("end").asInt())));
        assertThat(part.get("text")).isEqualTo(first.get("text"));
    }

    @Test
    void listsAndReadsDocumentsPieceByPiece() {
        JsonNode all = content("list_documents", call("list_documents", Map.of()));
        JsonNode second = content("list_documents", call("list_documents", Map.of("offset", 1, "limit", 1)));

        assertThat(all.get("total").asInt()).isEqualTo(all.get("documents").size());
        assertThat(second.get("documents").get(0))
                .isEqualTo(all.get("documents").get(1));
        for (JsonNode document : all.get("documents")) {
            String id = document.get("documentId").asText();
            StringBuilder text = new StringBuilder();
            boolean more = true;
            while (more) {
                JsonNode part = content(
                        "read_document",
                        call(
                                "read_document",
                                Map.of("documentId", id, "start", text.length(), "end", text.length() + 700)));
                text.append(part.get("text").asText());
                more = part.get("more").asBoolean();
            }
            assertThat(text).hasSize(document.get("characters").asInt());
            assertThat(read(document.get("resource").asText())).isEqualTo(text.toString());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ask            | {}                                     | question is missing or empty; it has 1 to 2,000 characters
                    ask            | {"question": " "}                      | question is missing
                    ask            | {"question": 7}                        | question has the wrong type; it is a text
                    ask            | {"question": "a", "documentIds": "b"}  | documentIds has the wrong type; it is a list of texts
                    ask            | {"question": "a", "documentIds": [7]}  | documentIds has the wrong type
                    ask            | {"question": "a", "documentIds": ["../x"]} | there is no document ../x; list_documents and search tell
                    ask            | {"query": "a"}                         | there is no argument 'query'; allowed are documentIds, question
                    search         | {"query": "a", "limit": 21}            | limit is 21; it is 1 to 20
                    search         | {"query": "a", "limit": 1.5}           | limit has the wrong type; it is a whole number
                    list_documents | {"offset": -1}                         | offset is -1; it is 0 or more
                    read_document  | {"documentId": "nothing"}              | there is no document nothing
                    """)
    void aWrongCallIsAnErrorThatSaysWhatToDo(String tool, String arguments, String told) throws IOException {
        CallToolResult result =
                call(tool, JSON.readValue(arguments, new com.fasterxml.jackson.core.type.TypeReference<>() {}));

        assertThat(result.isError()).isTrue();
        assertThat(text(result)).contains(told);
        assertThat(result.structuredContent()).isNull();
    }

    @Test
    void readsNothingBeyondADocument() {
        String id = content("list_documents", call("list_documents", Map.of("text", "company.md")))
                .get("documents")
                .get(0)
                .get("documentId")
                .asText();

        assertThat(text(call("read_document", Map.of("documentId", id, "start", 9_999_999))))
                .contains("start is 9,999,999; this document has");
        assertThat(text(call("read_document", Map.of("documentId", id, "start", 10, "end", 10))))
                .contains("end is 10; it is more than start");
        assertThat(text(call("read_document", Map.of("documentId", id, "start", 0, "end", 20_001))))
                .contains("at most 20,000 more");
    }

    @Test
    void aSpanThatIsNotThereIsAnErrorOfTheProtocol() {
        String uri = links(call("ask", Map.of("question", "Who founded Kestrel Instruments?")))
                .getFirst()
                .uri();
        String other = uri.replaceFirst("/[0-9a-f]{64}/", "/" + "0".repeat(64) + "/");

        assertThat(client.listResourceTemplates().resourceTemplates())
                .singleElement()
                .satisfies(template -> assertThat(template.uriTemplate()).startsWith("docent://documents/{"));
        assertThatThrownBy(() -> read(other)).isInstanceOf(McpError.class).hasMessageContaining("changed since");
        assertThatThrownBy(() -> read("docent://documents/nothing/" + "0".repeat(64) + "/0/5"))
                .isInstanceOf(McpError.class)
                .hasMessageContaining("no such document");
        assertThatThrownBy(() -> read("file:///etc/passwd")).isInstanceOf(McpError.class);
        assertThatThrownBy(() -> call("delete_everything", Map.of())).isInstanceOf(McpError.class);
    }

    @Test
    void keepsNothingOfACall() {
        call("ask", Map.of("question", "How many people work in Munich?"));

        var api = service.api();
        assertThat(api.send(api.request("/api/conversations").header("Authorization", "Bearer " + TOKEN))
                        .json(200)
                        .get("conversations")
                        .items())
                .isEmpty();
    }

    @Test
    void needsAToken() {
        try (McpSyncClient stranger = client("nobody-0123456789abcdef")) {
            assertThatThrownBy(stranger::initialize).hasStackTraceContaining("401");
        }
    }
}
