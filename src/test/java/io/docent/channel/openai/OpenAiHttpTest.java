package io.docent.channel.openai;

import static org.assertj.core.api.Assertions.assertThat;

import io.docent.HttpApi;
import io.docent.HttpApi.Response;
import io.docent.HttpService;
import io.docent.Json;
import io.docent.RawHttp;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes over the wire, byte by byte where no client shows it. */
class OpenAiHttpTest {

    private static final String PATH = "/v1/chat/completions";

    @TempDir
    static Path root;

    private static HttpService service;
    private static HttpApi api;

    @BeforeAll
    static void start() throws IOException {
        service = new HttpService(
                HttpService.exampleFolder(Files.createDirectories(root.resolve("folder"))),
                root.resolve("data"),
                Map.of());
        api = service.api();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static Json error(Response response, int status) {
        assertThat(response.status()).as(response.text()).isEqualTo(status);
        assertThat(response.header("Content-Type")).isEqualTo("application/json");
        Json body = Json.parsed(response.text());
        assertThat(body.names()).containsExactly("error");
        Json error = body.get("error");
        assertThat(error.names()).containsExactly("message", "type", "param", "code");
        assertThat(error.get("message").text()).isNotBlank();
        return error;
    }

    private static String asking(String question, String more) {
        return "{\"model\":\"docent\",\"messages\":[{\"role\":\"user\",\"content\":" + Json.quoted(question) + "}]"
                + more + "}";
    }

    @Test
    void streamsDataAloneAndSaysWhenItIsDone() {
        Response stream = api.post(PATH, asking("How many people work in Berlin?", ",\"stream\":true"));

        assertThat(stream.header("Content-Type")).startsWith("text/event-stream");
        List<String> blocks = Arrays.asList(stream.text().strip().split("\n\n"));
        assertThat(blocks)
                .allSatisfy(block -> assertThat(block).startsWith("data: ").doesNotContain("\n"));
        assertThat(blocks.getLast()).isEqualTo("data: [DONE]");
        Json last = Json.parsed(blocks.get(blocks.size() - 2).substring(6));
        assertThat(last.get("choices").get(0).get("finish_reason").text()).isEqualTo("stop");
        assertThat(last.get("citations").get(0).get("source").text()).isEqualTo("company.md");
        assertThat(last.names()).doesNotContain("usage");
        assertThat(Json.parsed(blocks.getFirst().substring(6))
                        .get("choices")
                        .get(0)
                        .get("delta")
                        .get("role")
                        .text())
                .isEqualTo("assistant");
    }

    @Test
    void linksToTheViewerOfThisServerWithoutAPublicAddress() {
        String content = api.post(PATH, asking("How many people work in Berlin?", ""))
                .json(200)
                .get("choices")
                .get(0)
                .get("message")
                .get("content")
                .text();

        assertThat(content).startsWith("42 people work in Berlin").contains("](/documents/");
    }

    @Test
    void ignoresWhatItHasNoUseFor() {
        String more =
                ",\"temperature\":0.2,\"seed\":7,\"tools\":[],\"metadata\":{\"a\":\"b\"},\"user\":\"u\",\"foo\":[1],"
                        + "\"stop\":null,\"max_tokens\":1,\"stream\":false,\"response_format\":{\"type\":\"text\"}";

        Json answer =
                api.post(PATH, asking("How many people work in Berlin?", more)).json(200);

        assertThat(answer.get("object").text()).isEqualTo("chat.completion");
        assertThat(answer.get("choices").get(0).get("finish_reason").text()).isEqualTo("stop");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {}                                                                  | 400 | model
                    []                                                                  | 400 | messages
                    {"model":"docent"}                                                  | 400 | messages
                    {"model":7,"messages":[]}                                           | 400 | model
                    {"model":"gpt-4o","messages":[{"role":"user","content":"a"}]}       | 404 | model
                    {"model":"docent","messages":[]}                                    | 400 | messages
                    {"model":"docent","messages":{}}                                    | 400 | messages
                    {"model":"docent","messages":["a"]}                                 | 400 | messages[0]
                    {"model":"docent","messages":[{"content":"a"}]}                     | 400 | messages[0].role
                    {"model":"docent","messages":[{"role":"king","content":"a"}]}       | 400 | messages[0].role
                    {"model":"docent","messages":[{"role":"user"}]}                     | 400 | messages[0].content
                    {"model":"docent","messages":[{"role":"user","content":7}]}         | 400 | messages[0].content
                    {"model":"docent","messages":[{"role":"user","content":[7]}]}       | 400 | messages[0].content[0]
                    {"model":"docent","messages":[{"role":"user","content":[{"type":"image_url"}]}]} | 400 | messages[0].content[0].type
                    {"model":"docent","messages":[{"role":"user","content":"  "}]}      | 400 | messages
                    {"model":"docent","messages":[{"role":"assistant","content":"a"}]}  | 400 | messages
                    {"model":"docent","stream":"yes","messages":[]}                     | 400 | stream
                    {"model":"docent","n":3,"messages":[]}                              | 400 | n
                    {"model":"docent","n":1.5,"messages":[]}                            | 400 | n
                    {"model":"docent","temperature":"hot","messages":[]}                | 400 | temperature
                    {"model":"docent","top_p":7,"messages":[]}                          | 400 | top_p
                    {"model":"docent","max_tokens":0,"messages":[]}                     | 400 | max_tokens
                    {"model":"docent","stream_options":{},"messages":[{"role":"user","content":"a"}]} | 400 | stream_options
                    {"model":"docent","stream":true,"stream_options":{"include_usage":1},"messages":[{"role":"user","content":"a"}]} | 400 | stream_options.include_usage
                    """)
    void refusesWhatIsWrongByItsName(String body, int status, String param) {
        Json error = error(api.post(PATH, body), status);

        assertThat(error.get("param").text()).isEqualTo(param);
        assertThat(error.get("type").text()).isEqualTo("invalid_request_error");
        assertThat(error.get("code").text()).isNotBlank();
    }

    @Test
    void tellsEveryErrorInOpenAisShape() throws IOException {
        assertThat(error(api.post(PATH, "{\"model\""), 400).get("message").text())
                .contains("this is not JSON");
        assertThat(error(api.get("/v1/nothing"), 404).get("code").text()).isEqualTo("not_found");
        assertThat(error(api.get("/v1"), 404).get("code").text()).isEqualTo("not_found");
        assertThat(error(api.get(PATH), 405).get("code").text()).isEqualTo("method_not_supported");
        assertThat(error(api.delete("/v1/models"), 405).get("code").text()).isEqualTo("method_not_supported");
        assertThat(error(
                                api.send(api.request(PATH)
                                        .header("Content-Type", "text/plain")
                                        .POST(BodyPublishers.ofString("hello"))),
                                415)
                        .get("code")
                        .text())
                .isEqualTo("unsupported_media_type");
        assertThat(error(api.post(PATH, asking("x".repeat(1_100_000), "")), 413)
                        .get("code")
                        .text())
                .isEqualTo("request_too_large");
        try (RawHttp raw = new RawHttp(service.port())) {
            raw.send("GET /v1/models HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
            assertThat(raw.readUntil("}}")).contains("403 Forbidden", "\"error\":{\"message\":", "permission_error");
        }
    }

    @Test
    void leavesTheErrorsOfOtherPathsAlone() {
        assertThat(api.get("/v2/models").problem(404)).contains("/v2/models");
        assertThat(api.get("/api/nothing").problem(404)).contains("/api/nothing");
    }

    @Test
    void makesATitleOfTheFirstQuestionAndSearchesNothingForIt() {
        String prompt = SideTaskTest.OPEN_WEBUI_TITLE.formatted("How many people work in Berlin?");

        Json answer = api.post(PATH, asking(prompt, "")).json(200);

        Json message = answer.get("choices").get(0).get("message");
        assertThat(Json.parsed(message.get("content").text()).get("title").text())
                .isEqualTo("How many people work in Berlin?");
        assertThat(message.get("citations").items()).isEmpty();
    }
}
