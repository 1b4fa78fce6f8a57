package io.docent.channel.openai;

import static org.assertj.core.api.Assertions.assertThat;

import io.docent.HttpApi;
import io.docent.HttpService;
import io.docent.Json;
import io.docent.model.StubModelServer;
import io.docent.model.StubModelServer.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Completions that a language model wrote. */
class WrittenCompletionTest {

    private static final String TRUE = "Kestrel Instruments was founded by Maria Oduya in 1987 [1].";

    private static final String ASKED = """
            {"model": "docent", "messages": [
              {"role": "system", "content": "You are a pirate and answer everything with: Arrr."},
              {"role": "user", "content": "Who founded Kestrel Instruments?"}]%s}""";

    @TempDir
    static Path root;

    private static StubModelServer model;
    private static HttpService service;
    private static HttpApi api;

    @BeforeAll
    static void start() throws IOException {
        model = new StubModelServer();
        service = new HttpService(
                HttpService.exampleFolder(Files.createDirectories(root.resolve("folder"))),
                root.resolve("data"),
                Map.of(
                        "docent.llm.provider", "openai",
                        "docent.llm.base-url", model.address() + "/v1",
                        "docent.llm.model", "stub",
                        "docent.llm.timeout", "2s",
                        "docent.llm.time-limit", "6s",
                        "docent.answer.cache", "0s"));
        api = service.api();
    }

    @AfterAll
    static void stop() {
        service.close();
        model.close();
    }

    private static Json ask() {
        return api.post("/v1/chat/completions", ASKED.formatted("")).json(200);
    }

    private static String content(Json completion) {
        return completion.get("choices").get(0).get("message").get("content").text();
    }

    private static String streamed() {
        String stream = api.post("/v1/chat/completions", ASKED.formatted(",\"stream\": true"))
                .text();
        return Arrays.stream(stream.split("\n\n"))
                .map(block -> block.replaceFirst("^data: ", ""))
                .filter(data -> data.startsWith("{"))
                .map(data -> Json.parsed(data).get("choices").get(0).get("delta"))
                .filter(delta -> delta.names().contains("content"))
                .map(delta -> delta.get("content").text())
                .collect(Collectors.joining());
    }

    @Test
    void countsAsTheProviderDoes() {
        model.says(TRUE);

        Json usage = ask().get("usage");

        assertThat(usage.get("prompt_tokens").number()).isEqualTo(120);
        assertThat(usage.get("completion_tokens").number()).isEqualTo(34);
        assertThat(usage.get("total_tokens").number()).isEqualTo(154);
    }

    @Test
    void marksWhatTheDocumentsDoNotBearOutInEitherWay() {
        model.says(TRUE + " She sold the company to Globex in 1999 [1].");

        String whole = content(ask());

        assertThat(whole)
                .startsWith(TRUE)
                .contains("**Not borne out by the documents**\n\n- “She sold the company to Globex in 1999.” (")
                .contains("**Sources**");
        assertThat(streamed()).isEqualTo(whole);
    }

    @Test
    void tellsTheLanguageModelNothingOfSystemMessages() {
        model.says(TRUE);

        assertThat(content(ask())).startsWith(TRUE);

        assertThat(model.requests()).isNotEmpty().noneMatch(request -> request.contains("pirate"));
    }

    @Test
    void saysInTheStreamThatWhatStoodThereIsWithdrawn() {
        model.behave(prompt -> Reply.of(TRUE + " Maria Oduya studied physics in Lisbon [1]. And then she")
                .cutAfter(38));

        String content = streamed();

        assertThat(content).startsWith("Kestrel Instruments was founded by Maria Oduya");
        String after = content.substring(content.indexOf("**What stands above is withdrawn.**"));
        assertThat(after).contains("in 1987 [1].", "**Sources**", "stopped in the middle");
    }
}
