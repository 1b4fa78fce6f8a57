package io.docent.channel.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.docent.HttpApi.Response;
import io.docent.RawHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What those who run it see of it. */
class OperationHttpTest extends HttpTest {

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/health/liveness", "/health/readiness"})
    void isHealthy(String path) {
        assertThat(api.get(path).json(200).get("status").text()).isEqualTo("UP");
    }

    @Test
    void everyAnswerHasTheNameOfItsRequest() {
        Response first = api.get("/api/documents");
        Response second = api.get("/api/documents");

        assertThat(first.header("X-Request-Id")).matches("[A-Za-z0-9_-]{16}");
        assertThat(second.header("X-Request-Id")).isNotEqualTo(first.header("X-Request-Id"));
        assertThat(api.get("/").header("X-Request-Id")).isNotBlank();
        assertThat(api.post("/api/chat/stream", "{\"question\":\"How many people work in Berlin?\"}")
                        .header("X-Request-Id"))
                .isNotBlank();
    }

    @Test
    void aRequestKeepsTheNameThatItCameWith() {
        Response answer = api.send(api.request("/api/conversations/none").header("X-Request-Id", "proxy-7f.3"));

        assertThat(answer.header("X-Request-Id")).isEqualTo("proxy-7f.3");
        assertThat(answer.problem(404)).contains("there is no conversation none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "<script>", "a;b", "\"quoted\""})
    void aNameThatCouldForgeTheLogIsReplaced(String name) {
        Response answer = api.send(api.request("/api/documents").header("X-Request-Id", name));

        assertThat(answer.header("X-Request-Id")).isNotEqualTo(name).matches("[A-Za-z0-9_-]{16}");
    }

    @Test
    void aNameThatIsTooLongIsReplaced() {
        Response answer = api.send(api.request("/api/documents").header("X-Request-Id", "x".repeat(65)));

        assertThat(answer.header("X-Request-Id")).hasSize(16);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/api/gaps?limit=0", "/api/documents/none", "/api/search?q="})
    void aProblemHasIt(String path) {
        Response answer = api.get(path);

        // Checks the field against the header.
        assertThat(answer.problem(answer.status())).isNotBlank();
        assertThat(answer.status()).isBetween(400, 499);
    }

    @Test
    void aRefusalOfAForeignHostHasIt() throws Exception {
        try (RawHttp raw = new RawHttp(server.getPort())) {
            raw.send(String.join(
                    "\r\n",
                    "GET /api/documents HTTP/1.1",
                    "Host: elsewhere.example",
                    "X-Request-Id: abc",
                    "Connection: close",
                    "\r\n"));

            String answer = raw.readUntil("\0");

            assertThat(answer)
                    .contains(" 403 ")
                    .containsIgnoringCase("x-request-id: abc")
                    .contains("\"requestId\":\"abc\"");
        }
    }

    @Test
    void metricsAreThere() {
        Response metrics = api.get("/prometheus");

        assertThat(metrics.status()).isEqualTo(200);
        assertThat(metrics.header("Content-Type")).startsWith("text/plain");
        assertThat(metrics.text()).contains("docent_documents 4.0");
    }
}
