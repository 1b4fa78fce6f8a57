package io.docent.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.docent.HttpApi;
import io.docent.HttpApi.Event;
import io.docent.HttpService;
import io.docent.Json;
import io.docent.Mutations;
import io.docent.model.StubModelServer;
import io.docent.model.StubModelServer.Reply;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a model says, mutated: whatever it is, an answer comes of it in which every citation is a quote. */
final class MutatedReplies implements AutoCloseable {

    private static final List<String> QUESTIONS = List.of(
            "How many people work in Berlin?",
            "Who founded Kestrel Instruments?",
            "What may a hotel room cost?",
            "How long does the battery of the gauge last?");

    private static final List<String> GOOD = List.of(
            "42 people work in Berlin [1]. 17 people work in Munich [1][2].",
            "Kestrel Instruments was founded by Maria Oduya in 1987 [1]. She studied physics in Lisbon 【1†company.md】.",
            "<think>Passage 1 says so.</think>A hotel room may cost up to 140 euros a night [1, 2].\n\n- In Zurich 210 [^1]",
            "# The battery\n\nIt lasts **300 hours** [1].\n\n```sh\ngauge --battery [1]\n```\n\n| a | b |\n|---|---|\n"
                    + "| battery | 300 hours [1] |\n\nSources:\n[1] manual.pdf",
            "The passages do not hold the answer.");

    private final StubModelServer model = new StubModelServer();
    private final HttpService service;
    private final HttpApi api;
    private final Mutations mutations;
    private final Map<String, String> texts = new HashMap<>();

    MutatedReplies(Path root, long seed) {
        mutations = new Mutations(seed);
        service = new HttpService(
                HttpService.exampleFolder(root.resolve("folder")),
                root.resolve("data"),
                Map.of(
                        "docent.llm.provider", "openai",
                        "docent.llm.base-url", model.address() + "/v1",
                        "docent.llm.model", "stub",
                        "docent.answer.cache", "0s"));
        api = service.api();
    }

    /** Has one said, and tells what became of it: the model that the answer names. */
    String say() {
        String reply = mutations.of(mutations.one(GOOD));
        model.behave(prompt -> Reply.of(reply));
        List<Event> events = api.stream("/api/chat/stream", HttpApi.body("question", mutations.one(QUESTIONS)));

        assertThat(events.getLast().name()).as(reply).isEqualTo("done");
        Json answer = events.getLast().data();
        try {
            check(answer);
        } catch (AssertionError e) {
            throw new AssertionError("the model said: " + Json.quoted(reply), e);
        }
        return answer.get("model").text();
    }

    private void check(Json answer) {
        List<Json> citations = answer.get("citations").items();
        for (Json citation : citations) {
            String text = texts.computeIfAbsent(citation.get("documentId").text(), this::textOf);
            assertThat(text.substring(
                            citation.get("start").number(), citation.get("end").number()))
                    .isEqualTo(citation.get("quote").text());
        }
        List<Integer> numbers = citations.stream()
                .map(citation -> citation.get("number").number())
                .toList();
        for (Json sentence : answer.get("sentences").items()) {
            List<Integer> cited =
                    sentence.get("citations").items().stream().map(Json::number).toList();
            assertThat(numbers).containsAll(cited);
            if (sentence.get("support").text().equals("unsupported")) {
                assertThat(sentence.get("reason").text()).isNotBlank();
            } else {
                assertThat(cited).isNotEmpty();
                assertThat(sentence.get("text").text()).doesNotContain("evil.example");
            }
        }
    }

    private String textOf(String document) {
        return api.get("/api/documents/" + document + "/text")
                .json(200)
                .get("text")
                .text();
    }

    @Override
    public void close() {
        service.close();
        model.close();
    }
}
