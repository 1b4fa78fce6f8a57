package io.docent.channel.http;

import static io.docent.HttpApi.body;
import static org.assertj.core.api.Assertions.assertThat;

import io.docent.HttpApi.Event;
import io.docent.HttpService;
import io.docent.Json;
import io.docent.RawHttp;
import io.docent.model.StubModelServer.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A model that fails, stops, never ends, says nothing of use, or is asked by many at once. */
class ModelTroubleTest extends GeneratedAnswers {

    @ParameterizedTest
    @ValueSource(ints = {500, 429, 503})
    void aPassingFailureIsTriedAgain(int status) {
        model.behave(prompt -> Reply.error(status, "{}", "Retry-After: 1"), prompt -> Reply.of(TRUE));

        long start = System.nanoTime();
        Json answer = ask(FOUNDER);

        assertThat(answer.get("model").text()).isEqualTo("openai/stub");
        assertThat(model.requests()).hasSize(2);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(900));
    }

    @Test
    void whereTheModelFailsTheDocumentsAreQuotedAndItsKeyIsNotTold() throws Exception {
        try (HttpService own = service(root.resolve("folder"), root.resolve("own"), "mark")) {
            model.behave(prompt -> Reply.error(401, "{\"error\":{\"message\":\"Incorrect API key: sk-very-secret\"}}"));

            Json answer = own.api().ask(FOUNDER);
            Json after = own.api().ask(BERLIN);

            assertThat(answer.get("model").text()).isEqualTo("extractive");
            assertThat(verdicts(answer)).contains("quoted");
            assertThat(answer.get("notice").text()).contains("refused the key").doesNotContain("secret");
            assertThat(after.get("notice").text()).contains("left alone");
            assertThat(model.requests()).hasSize(1);
            assertThat(model.keys()).contains("Bearer sk-very-secret");
        }
    }

    @Test
    void aModelThatStopsInTheMiddleIsWithdrawn() {
        model.behave(prompt -> Reply.of(TRUE + " Maria Oduya studied physics in Lisbon [1]. And then she")
                .cutAfter(38));

        List<Event> events = api.stream("/api/chat/stream", body("question", FOUNDER));

        Json done = events.getLast().data();
        assertThat(done.get("model").text()).isEqualTo("extractive");
        assertThat(done.get("notice").text()).contains("stopped in the middle", "withdrawn");
        assertThat(done.get("answer").text()).contains("Maria Oduya");
        assertThat(verdicts(done)).containsOnly("quoted");
    }

    @Test
    void malformedAndEmptyAnswersAreQuotedInstead() {
        List<Reply> bad = List.of(
                Reply.of("").endingInGarbage(), Reply.of(""), Reply.of("   \n"), Reply.of("Sure! I hope this helps!"));
        for (Reply reply : bad) {
            model.behave(prompt -> reply);

            Json answer = ask(FOUNDER);

            assertThat(answer.get("model").text()).isEqualTo("extractive");
            assertThat(answer.get("notice").text()).contains("quoted instead");
            model.says(TRUE);
            ask(FOUNDER); // it answers, so that the circuit stays closed
        }
    }

    @Test
    void anEndlessModelIsCut() {
        model.behave(prompt -> Reply.of(TRUE + " ").withoutEnd());

        Json answer = ask(FOUNDER);

        assertThat(answer.get("notice").text()).contains("cut off");
        assertThat(answer.get("answer").text())
                .startsWith("Kestrel Instruments was founded")
                .hasSizeLessThan(2_500);
    }

    @Test
    void aModelThatRepeatsItsPromptIsNotShown() {
        model.behave(request -> Reply.of(
                Json.parsed(request).get("messages").get(0).get("content").text()));

        Json answer = ask(FOUNDER);

        assertThat(answer.get("notice").text()).contains("repeated its instructions");
        assertThat(answer.get("answer").text())
                .doesNotContain("passages", "brackets")
                .contains("Maria Oduya");
    }

    @Test
    void aModelThatIsTooSlowIsNotWaitedFor() {
        model.behave(prompt -> Reply.of("abc").slow(4_000));

        Json answer = ask(FOUNDER);

        assertThat(answer.get("notice").text()).contains("took too long");
        assertThat(answer.get("answer").text()).contains("Maria Oduya");
        model.says(TRUE);
        assertThat(ask(FOUNDER).get("model").text()).isEqualTo("openai/stub");
    }

    @Test
    void aReaderWhoLeavesStopsTheModel() throws Exception {
        model.behave(prompt -> Reply.of((TRUE + " ").repeat(30)).slow(40));
        int before = model.broken();

        try (RawHttp reader = new RawHttp(service.port())) {
            String json = body("question", FOUNDER);
            reader.send("POST /api/chat/stream HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json"
                    + "\r\nContent-Length: " + json.length() + "\r\n\r\n" + json);
            reader.readUntil("event: piece");
        }

        for (int i = 0; i < 50 && model.broken() == before; i++) {
            Thread.sleep(100);
        }
        assertThat(model.broken()).isGreaterThan(before);
    }

    @Test
    void sameQuestionsAtOnceAreWrittenOnce() throws Exception {
        model.behave(prompt -> Reply.of(TRUE).slow(20));

        List<String> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<String>> asked = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                asked.add(() -> ask(FOUNDER).get("answer").text());
            }
            for (var one : threads.invokeAll(asked)) {
                answers.add(one.get());
            }
        }

        assertThat(answers).hasSize(6).containsOnly(TRUE);
        assertThat(model.requests()).hasSize(1);
    }
}
