package io.docent.channel.mcp;

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
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes over the wire, where no client shows it: the rules of streamable HTTP and of JSON-RPC. */
class WireTest {

    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"method\":\"ping\"}";

    @TempDir
    static Path root;

    private static HttpService service;
    private static HttpApi api;

    @BeforeAll
    static void start() throws IOException {
        service = new HttpService(Files.createDirectories(root.resolve("folder")), root.resolve("data"), Map.of());
        api = service.api();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static Response post(String body, String... headers) {
        var request = api.request("/mcp").header("Content-Type", "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return api.send(request.POST(BodyPublishers.ofString(body)));
    }

    @Test
    void answersARequestWithJson() {
        Json answer =
                post(PING, "Accept", "application/json, text/event-stream").json(200);

        assertThat(answer.get("jsonrpc").text()).isEqualTo("2.0");
        assertThat(answer.get("id").text()).isEqualTo("a");
        assertThat(answer.get("result").names()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-03-26", "2025-06-18", "2025-11-25"})
    void speaksTheVersionsThatAreSpoken(String version) {
        Json answer = post("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\""
                        + version + "\",\"capabilities\":{},\"clientInfo\":{\"name\":\"a\",\"version\":\"1\"}}}")
                .json(200);

        assertThat(answer.get("result").get("protocolVersion").text()).isEqualTo(version);
        assertThat(post(PING, "MCP-Protocol-Version", version).status()).isEqualTo(200);
    }

    @Test
    void offersAVersionOfItsOwnWhereItDoesNotSpeakTheClients() {
        Json answer = post("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":"
                        + "\"1999-01-01\",\"capabilities\":{},\"clientInfo\":{\"name\":\"a\",\"version\":\"1\"}}}")
                .json(200);

        assertThat(answer.get("result").get("protocolVersion").text()).isEqualTo("2025-11-25");
    }

    @Test
    void takesNotificationsAndResponsesWithoutAWord() {
        for (String message : new String[] {
            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}",
            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":1}}",
            "{\"jsonrpc\":\"2.0\",\"id\":7,\"result\":{}}"
        }) {
            Response response = post(message);

            assertThat(response.status()).as(message).isEqualTo(202);
            assertThat(response.text()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"jsonrpc"                                                   | -32700
                    ''                                                           | -32700
                    [{"jsonrpc":"2.0","id":1,"method":"ping"}]                   | -32600
                    7                                                            | -32600
                    null                                                         | -32600
                    {"id":1}                                                     | -32600
                    {"jsonrpc":"2.0"}                                            | -32600
                    """)
    void refusesWhatIsNoMessage(String body, int code) {
        Json error = post(body).json(400);

        assertThat(error.names()).containsExactly("jsonrpc", "id", "error");
        assertThat(error.get("id").isNull()).isTrue();
        assertThat(error.get("error").get("code").number()).isEqualTo(code);
        assertThat(error.get("error").get("message").text()).isNotBlank();
    }

    @Test
    void anUnknownMethodIsAnErrorOfTheProtocol() {
        Json answer =
                post("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"nothing\"}").json(200);

        assertThat(answer.get("error").get("code").number()).isEqualTo(-32_601);
    }

    @Test
    void anUnknownToolIsNamedWithThoseThereAre() {
        Json error = post("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"aks\"}}")
                .json(200)
                .get("error");

        assertThat(error.get("code").number()).isEqualTo(-32_602);
        assertThat(error.get("message").text())
                .isEqualTo("there is no tool 'aks'; there are ask, list_documents, read_document, search");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "initialize||protocolVersion",
                "initialize|,\"params\":[1]|protocolVersion",
                "initialize|,\"params\":{}|protocolVersion",
                "tools/call||name",
                "tools/call|,\"params\":{\"arguments\":{}}|name",
                "tools/call|,\"params\":{\"name\":7}|name",
                "resources/read|,\"params\":null|uri"
            })
    void aMethodWithoutItsParametersSaysWhatItTakes(String method, @Nullable String parameters, String needed) {
        String body = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\""
                + Objects.requireNonNullElse(parameters, "") + "}";

        Json error = post(body).json(200).get("error");

        assertThat(error.get("code").number()).isEqualTo(-32_602);
        assertThat(error.get("message").text())
                .isEqualTo(method + " takes params, an object that has " + needed + ", a text");
    }

    @Test
    void hasNoStreamAndNoSession() {
        Response get = api.send(api.request("/mcp").header("Accept", "text/event-stream"));

        assertThat(get.problem(405)).isNotBlank();
        assertThat(get.header("Allow")).contains("POST");
        assertThat(api.delete("/mcp").status()).isEqualTo(405);
        assertThat(post(PING).headers().firstValue("Mcp-Session-Id")).isEmpty();
    }

    @Test
    void refusesWhatItCannotSendOrRead() {
        assertThat(post(PING, "Accept", "text/event-stream").problem(406)).contains("application/json");
        assertThat(post(PING, "Accept", "*/*").status()).isEqualTo(200);
        assertThat(post(PING, "MCP-Protocol-Version", "1999-01-01")
                        .json(400)
                        .get("error")
                        .get("message")
                        .text())
                .contains("2025-11-25");
        assertThat(api.send(api.request("/mcp")
                                .header("Content-Type", "text/plain")
                                .POST(BodyPublishers.ofString(PING)))
                        .status())
                .isEqualTo(415);
        assertThat(post("\"" + "x".repeat(1_100_000) + "\"").status()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: localhost\r\nOrigin: https://evil.example",
                "Host: localhost\r\nOrigin: null",
                "Host: evil.example"
            })
    void refusesPagesOfOtherSites(String headers) throws IOException {
        assertThat(RawHttp.status(service.port(), "POST /mcp", headers, "Content-Length: 0"))
                .contains("403");
    }
}
