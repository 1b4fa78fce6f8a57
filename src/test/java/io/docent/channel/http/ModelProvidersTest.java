package io.docent.channel.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.docent.HttpService;
import io.docent.Json;
import io.docent.model.StubModelServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** Each provider's protocol as it goes over the wire. */
class ModelProvidersTest {

    @TempDir
    private Path root;

    ModelProvidersTest() {}

    @ParameterizedTest
    @CsvSource({"openai, /v1", "ollama, ''", "anthropic, /v1"})
    void writesAnswersAndRewritesFollowUps(String provider, String path) {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger everything = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        everything.addAppender(log);
        try (StubModelServer model = new StubModelServer();
                HttpService service = new HttpService(
                        HttpService.exampleFolder(root.resolve("folder")),
                        root.resolve("data"),
                        Map.of(
                                "docent.llm.provider",
                                provider,
                                "docent.llm.base-url",
                                model.address() + path,
                                "docent.llm.model",
                                "some-model",
                                "docent.llm.api-key",
                                "sk-secret-of-ours"))) {
            model.says("42 people work in Berlin [1].");

            Json first = service.api().ask("How many people work in Berlin?");
            Json again = service.api().ask("How many people work in Berlin?");
            model.says("How many people work in Munich?");
            Json second =
                    service.api().ask("And there?", first.get("conversationId").text());

            assertThat(first.get("answer").text()).isEqualTo("42 people work in Berlin [1].");
            assertThat(first.get("model").text()).isEqualTo(provider + "/some-model");
            assertThat(first.get("tokens").get("in").number()).isEqualTo(120);
            assertThat(first.get("tokens").get("out").number()).isEqualTo(34);
            assertThat(again.get("answer").text()).isEqualTo(first.get("answer").text());
            assertThat(second.get("searchedFor").text()).isEqualTo("How many people work in Munich?");
            assertThat(model.requests())
                    .allSatisfy(request -> assertThat(request).contains("some-model"));
            if (!provider.equals("ollama")) {
                assertThat(model.keys()).allSatisfy(key -> assertThat(key).contains("sk-secret-of-ours"));
            }
            assertThat(List.copyOf(log.list))
                    .noneMatch(event -> event.getFormattedMessage().contains("sk-secret"));
        } finally {
            everything.detachAppender(log);
        }
    }
}
