package io.docent.channel.http;

import static io.docent.HttpApi.body;
import static org.assertj.core.api.Assertions.assertThat;

import io.docent.HttpApi.Response;
import io.docent.RawHttp;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that nobody should send: each is refused with a problem that says what to mend. */
class BadRequestHttpTest extends HttpTest {

    private static final String NO_ID = "00000000000000000000000000000000";

    @Override
    Map<String, String> more() {
        return Map.of(
                "micronaut.server.multipart.max-file-size", "100KB", "micronaut.server.max-request-size", "300KB");
    }

    static Stream<Arguments> badQuestions() {
        return Stream.of(
                Arguments.of("", "JSON object"),
                Arguments.of("   ", "JSON object"),
                Arguments.of("null", "JSON object"),
                Arguments.of("[]", "JSON object"),
                Arguments.of("[{\"question\":\"x\"}]", "JSON object"),
                Arguments.of("\"Who?\"", "JSON object"),
                Arguments.of("42", "JSON object"),
                Arguments.of("{}", "question is missing or empty; it has 1 to 2,000 characters"),
                Arguments.of("{\"question\":null}", "question is missing"),
                Arguments.of("{\"question\":\"\"}", "question is missing"),
                Arguments.of("{\"question\":\" \\n\\t \"}", "question is missing"),
                Arguments.of("{\"question\":\"\\u0000\"}", "question is missing"),
                Arguments.of(
                        body("question", "x".repeat(2_001)),
                        "question has 2,001 characters; at most 2,000 are allowed"),
                Arguments.of("{\"question\":42}", "question has the wrong type; it is a text"),
                Arguments.of("{\"question\":[\"a\"]}", "question has the wrong type"),
                Arguments.of("{\"question\":{\"a\":1}}", "question has the wrong type"),
                Arguments.of("{\"question\":\"Who?\",\"explain\":\"yes\"}", "explain has the wrong type"),
                Arguments.of(
                        "{\"question\":\"Who?\",\"explain\":1}", "explain has the wrong type; it is true or false"),
                Arguments.of("{\"question\":\"Who?\",\"conversationId\":7}", "conversationId has the wrong type"),
                Arguments.of(
                        body("question", "Who?", "conversationId", "a".repeat(65)), "conversationId has 65 characters"),
                Arguments.of("{\"question\":\"Who?\",\"documentIds\":\"a\"}", "documentIds has the wrong type"),
                Arguments.of("{\"question\":\"Who?\",\"documentIds\":[1]}", "documentIds has the wrong type"),
                Arguments.of("{\"question\":\"Who?\",\"qestion\":\"Who?\"}", "there is no field 'qestion'"),
                Arguments.of("{\"question\":\"Who?\",\"" + "y".repeat(5_000) + "\":1}", "there is no field 'yyy"),
                Arguments.of(
                        "{\"question\":\"Who?\",\"conversationId\":\"\"}", "conversationId is empty; leave it out"),
                Arguments.of("{\"question\":\"Who?\"", "not JSON at line 1, column 19: Unexpected end-of-input"),
                Arguments.of("{\n'question':'Who?'}", "not JSON at line 2, column 1: Unexpected character"),
                Arguments.of("question=Who", "JSON"),
                Arguments.of("<question/>", "JSON"),
                Arguments.of("[".repeat(50_000), "JSON"),
                Arguments.of("{\"question\":" + "[".repeat(50_000) + "]".repeat(50_000) + "}", "JSON"));
    }

    @ParameterizedTest
    @MethodSource("badQuestions")
    void namesTheFieldOfAQuestionAndItsLimit(String body, String told) {
        assertThat(api.post("/api/chat", body).problem(400)).contains(told);
        assertThat(api.post("/api/chat/stream", body).problem(400)).contains(told);
    }

    @Test
    void takesAQuestionOfTheGreatestLength() {
        String longest = "x".repeat(1_999) + "?";

        Response response = api.post("/api/chat", body("question", "  " + longest + "\n"));

        assertThat(response.json(200).get("question").text()).isEqualTo(longest);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What may a hotel\\u0000 room cost?",
                "What may a hotel \\ud800 room cost?",
                "What may a hotel room cost? \\udc00",
                "\\ufffe\\uffff What may a hotel room cost?",
                "\\u202e\\u0007 What may a hotel room cost?"
            })
    void answersAQuestionWithCharactersThatAreNone(String question) {
        Response response = api.post("/api/chat", "{\"question\":\"" + question + "\"}");

        assertThat(response.json(200).get("answer").text()).contains("140 euros");
        String id = response.json(200).get("id").text();
        assertThat(api.get("/api/answers/" + id).json(200).get("question").text())
                .contains("What may a hotel")
                .doesNotContain("\0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"???", "* OR 1=1", "AND OR NOT", "\\\"", "a:b:c^2~", "[1 TO", "😀", "((((", "%00", "\\\\"})
    void answersWhateverTextAQuestionIs(String question) {
        assertThat(api.post("/api/chat", "{\"question\":\"" + question + "\"}").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                        | helpful is missing; it is true or false
            {"helpful":null}                          | helpful is missing
            {"helpful":"yes"}                         | helpful has the wrong type
            {"helpful":true,"comment":1}              | comment has the wrong type
            {"helpful":true,"stars":5}                | there is no field 'stars'; allowed are comment, helpful
            []                                        | JSON object
            """)
    void namesTheFieldOfFeedback(String body, String told) {
        assertThat(api.post("/api/answers/" + NO_ID + "/feedback", body).problem(400))
                .contains(told);
    }

    @Test
    void namesTheLimitOfAComment() {
        String body = "{\"helpful\":true,\"comment\":\"" + "x".repeat(2_001) + "\"}";

        assertThat(api.post("/api/answers/" + NO_ID + "/feedback", body).problem(400))
                .isEqualTo("comment has 2,001 characters; at most 2,000 are allowed");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/search                        | q has 0 characters; it has 1 to 2,000
            /api/search?q=                     | q has 0 characters
            /api/search?q=%20                  | q has 0 characters
            /api/search?q=a&limit=0            | limit is 0; it is 1 to 100
            /api/search?q=a&limit=101          | limit is 101
            /api/search?q=a&limit=-1           | limit is -1
            /api/search?q=a&limit=ten          | limit
            /api/search?q=a&limit=99999999999  | limit
            /api/documents?limit=-1            | limit is -1; it is 0 to 1000
            /api/documents?limit=1001          | limit is 1001
            /api/documents?limit=x             | limit
            /api/documents?offset=-1           | offset is -1; it is 0 or more
            /api/documents?offset=1.5          | offset
            """)
    void namesTheParameterAndItsLimit(String path, String told) {
        assertThat(api.get(path).problem(400)).contains(told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"question\":\"Who?\"",
                "[[",
                "{\"question\":NaN}",
                "{\"question\":007}",
                "{/* who */\"question\":\"Who?\"}",
                "{\"question\":\"a\tb\"}"
            })
    void tellsOfJsonWithoutTheParsersInnards(String body) {
        assertThat(api.post("/api/chat", body).problem(400))
                .contains("not JSON at line 1, column ")
                .doesNotContain("Source", "Feature", "java");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/documents?q=50%", "/api/search?q=%zz", "/api/documents/%zz", "/%"})
    void saysThatAnAddressIsMalformed(String address) throws IOException {
        try (RawHttp raw = new RawHttp(server.getPort())) {
            raw.send("GET " + address + " HTTP/1.1\r\nHost: localhost\r\n\r\n");

            assertThat(raw.readUntil("}")).startsWith("HTTP/1.1 400").contains("the address is malformed", "%25");
        }
    }

    @Test
    void saysThatAnAddressOrAHeaderIsTooLong() throws IOException {
        try (RawHttp raw = new RawHttp(server.getPort())) {
            raw.send("GET /api/search?q=" + "x".repeat(9_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n");

            assertThat(raw.readUntil("}")).contains(" 414 ", "X-Request-Id", "4,096 bytes", "\"requestId\":\"");
        }
        try (RawHttp raw = new RawHttp(server.getPort())) {
            raw.send("GET /api/documents HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "x".repeat(9_000) + "\r\n\r\n");

            assertThat(raw.readUntil("}")).contains(" 431 ", "X-Request-Id", "8,192 bytes", "\"requestId\":\"");
        }
    }

    @Test
    void saysWhichHealthThereIs() {
        assertThat(api.get("/health/nope").problem(400)).isEqualTo("selector is 'nope'; it is liveness or readiness");
    }

    @Test
    void namesTheLimitOfASearch() {
        assertThat(api.get("/api/search?q=" + "x".repeat(2_001)).problem(400))
                .isEqualTo("q has 2,001 characters; it has 1 to 2,000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/documents/nothing",
                "/api/documents/nothing/text",
                "/api/documents/nothing/file",
                "/api/documents/UPPER",
                "/api/documents/%00",
                "/api/documents/..%2f..%2fetc%2fpasswd/file",
                "/api/answers/" + NO_ID,
                "/api/answers/%00",
                "/api/answers/x'%20or%201=1",
                "/api/conversations/" + NO_ID,
                "/api/conversations/%F0%9F%98%80",
                "/api/nothing",
                "/nothing",
                "/api/chat/nothing"
            })
    void saysThatThereIsNoSuchThing(String path) {
        assertThat(api.get(path).problem(404)).startsWith("there is no");
    }

    @Test
    void saysThatThereIsNoSuchDocumentToAnswerFrom() {
        assertThat(api.post("/api/chat", "{\"question\":\"Who?\",\"documentIds\":[\"nothing\"]}")
                        .problem(404))
                .contains("documentIds", "nothing");
        assertThat(api.post("/api/chat", "{\"question\":\"Who?\",\"documentIds\":[\"NO\\u0000\"]}")
                        .problem(404))
                .contains("documentIds");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/chat",
                "PUT /api/chat",
                "DELETE /api/chat",
                "GET /api/chat/stream",
                "POST /api/search",
                "PUT /api/documents",
                "DELETE /api/ingestion",
                "POST /api/examples",
                "PATCH /api/session",
                "GET /api/answers/a/feedback",
                "TRACE /api/documents"
            })
    void saysWhichMethodsAPathHas(String request) {
        String[] parts = request.split(" ");

        Response response = api.send(api.request(parts[1]).method(parts[0], BodyPublishers.noBody()));

        assertThat(response.problem(405)).contains(parts[0]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "nonsense",
                "application/json;charset=nonsense"
            })
    void saysWhichContentTypeAQuestionHas(String type) {
        Response response = api.send(api.request("/api/chat")
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString("{\"question\":\"Who founded Kestrel Instruments?\"}")));

        assertThat(response.status()).isIn(200, 400, 415);
        if (response.status() != 200) {
            assertThat(response.problem(response.status())).isNotBlank();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "application/json",
                "application/*",
                "text/event-stream",
                "text/html",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
                "application/problem+json",
                "image/png",
                "nonsense",
                ";;;",
                "application/json;q=nonsense"
            })
    void neverFailsForAnAcceptHeader(String accept) {
        for (String path : new String[] {"/api/chat", "/api/chat/stream"}) {
            for (String body : new String[] {body("question", "Who founded Kestrel Instruments?"), "{}", "{"}) {
                Response response = api.send(api.request(path)
                        .header("Content-Type", "application/json")
                        .header("Accept", accept)
                        .POST(BodyPublishers.ofString(body)));

                assertThat(response.status()).as(path + " " + body).isIn(200, 400, 406);
                if (response.status() != 200) {
                    assertThat(response.problem(response.status())).isNotBlank();
                }
            }
        }
        Response missing = api.send(api.request("/api/answers/" + NO_ID).header("Accept", accept));
        assertThat(missing.status()).isIn(404, 406);
        assertThat(missing.problem(missing.status())).isNotBlank();
    }

    @Test
    void tellsTheLimitOfAnUploadThatIsTooLarge() {
        String detail =
                api.upload("/api/documents", "large.txt", "x".repeat(150_000)).problem(413);

        assertThat(detail).contains("102,400 bytes");
    }

    @Test
    void tellsTheLimitOfARequestThatIsTooLarge() {
        String detail =
                api.upload("/api/documents", "huge.txt", "x".repeat(400_000)).problem(413);

        assertThat(detail).contains("the request has 400,", "at most 307,200 are allowed");
    }

    @Test
    void tellsTheLimitOfAQuestionThatIsTooLarge() {
        assertThat(api.post("/api/chat", body("question", "x".repeat(1_100_000)))
                        .problem(413))
                .isEqualTo("the request has 1,100,015 bytes; at most 1,048,576 are allowed");
    }

    @Test
    void tellsTheLimitOfAQuestionThatComesWithoutItsLength() {
        byte[] large = body("question", "x".repeat(1_100_000)).getBytes(StandardCharsets.UTF_8);

        Response response = api.send(api.request("/api/chat")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))));

        assertThat(response.problem(413)).contains("1,048,576");
    }

    @Test
    void readsOnAfterARequestThatWasTooLarge() throws IOException {
        try (RawHttp raw = new RawHttp(server.getPort())) {
            raw.send("POST /api/documents HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=x"
                    + "\r\nContent-Length: 5000000\r\n\r\n" + "x".repeat(5_000_000));
            assertThat(raw.readUntil("\"detail\"")).startsWith("HTTP/1.1 413");

            raw.send("GET /api/session HTTP/1.1\r\nHost: localhost\r\n\r\n");

            assertThat(raw.readUntil("tokenNeeded")).contains("HTTP/1.1 200");
        }
    }
}
