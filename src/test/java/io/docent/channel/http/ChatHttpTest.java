package io.docent.channel.http;

import static io.docent.HttpApi.body;
import static org.assertj.core.api.Assertions.assertThat;

import io.docent.HttpApi.Event;
import io.docent.Json;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatHttpTest extends HttpTest {

    @Test
    void answersWithTheSentenceAndItsPlace() {
        Json answer = api.ask("How far did the North Korean missile fly?");

        assertThat(answer.names())
                .containsExactly(
                        "id",
                        "conversationId",
                        "question",
                        "searchedFor",
                        "status",
                        "answer",
                        "sentences",
                        "citations",
                        "closest",
                        "model",
                        "notice",
                        "tookMs");
        assertThat(answer.get("id").text()).matches("[0-9a-f]{32}");
        assertThat(answer.get("conversationId").text()).matches("[0-9a-f]{32}");
        assertThat(answer.get("question").text()).isEqualTo("How far did the North Korean missile fly?");
        assertThat(answer.get("searchedFor").text()).isEqualTo("How far did the North Korean missile fly?");
        assertThat(answer.get("status").text()).isEqualTo("answered");
        assertThat(answer.get("answer").text())
                .startsWith("The missile traveled approximately 900 kilometers")
                .contains("[1]");
        assertThat(answer.get("citations").items().getFirst().get("start").number())
                .isEqualTo(1152);
        assertThat(answer.get("citations").items().getFirst().get("end").number())
                .isEqualTo(1361);
        assertThat(answer.get("closest").items()).isEmpty();
        assertThat(answer.get("model").text()).isEqualTo("extractive");
        assertThat(answer.get("notice").isNull()).isTrue();
        assertThat(answer.get("tookMs").isNumber()).isTrue();
    }

    @Test
    void everySentenceNamesItsCitationsAndItsVerdict() {
        Json answer = api.ask("How far did the North Korean missile fly?");

        List<Integer> numbers = answer.get("citations").items().stream()
                .map(citation -> citation.get("number").number())
                .toList();
        assertThat(numbers).isNotEmpty().startsWith(1);
        for (Json sentence : answer.get("sentences").items()) {
            assertThat(sentence.names()).containsExactly("text", "citations", "support");
            assertThat(sentence.get("support").text()).isEqualTo("quoted");
            assertThat(sentence.get("citations").items())
                    .isNotEmpty()
                    .allSatisfy(number -> assertThat(numbers).contains(number.number()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "How far did the North Korean missile fly?",
                "What may a hotel room in Zurich cost?",
                "How long does the battery of the gauge last?",
                "Who founded Kestrel Instruments?",
                "Summarise the travel policy",
                "Which colour do penguins like best?"
            })
    void everyQuoteStandsInTheStoredTextWhereItsCitationSays(String question) {
        Json answer = api.ask(question);

        List<Json> all = new java.util.ArrayList<>(answer.get("citations").items());
        all.addAll(answer.get("closest").items());
        assertThat(all).isNotEmpty();
        for (Json citation : all) {
            assertThat(citation.names())
                    .containsExactly(
                            "number",
                            "documentId",
                            "title",
                            "source",
                            "page",
                            "headings",
                            "quote",
                            "start",
                            "end",
                            "hash",
                            "link");
            String id = citation.get("documentId").text();
            int start = citation.get("start").number();
            int end = citation.get("end").number();
            String hash = citation.get("hash").text();
            Json text = api.get("/api/documents/" + id + "/text").json(200);
            assertThat(text.get("text").text().substring(start, end))
                    .isEqualTo(citation.get("quote").text());
            assertThat(hash).matches("[0-9a-f]{64}");
            assertThat(api.get("/api/documents/" + id).json(200).get("hash").text())
                    .isEqualTo(hash);
            assertThat(citation.get("link").text())
                    .isEqualTo("/documents/%s?start=%d&end=%d&hash=%s".formatted(id, start, end, hash));
        }
    }

    @Test
    void tellsThePageOfAPdfAndTheHeadingsOfAMarkdownFile() {
        Json battery = api.ask("How long does the battery of the gauge last?")
                .get("citations")
                .get(0);
        Json hotel = api.ask("What may a hotel room in Zurich cost?")
                .get("citations")
                .get(0);

        assertThat(battery.get("page").number()).isEqualTo(2);
        assertThat(battery.get("title").text()).isEqualTo("Gauge manual");
        assertThat(hotel.get("page").isNull()).isTrue();
        assertThat(hotel.get("source").text()).isEqualTo("policies/travel.md");
        assertThat(hotel.get("headings").items().getLast().text()).isEqualTo("Hotels");
    }

    @Test
    void saysSoWhereTheDocumentsDoNotHoldTheAnswer() {
        Json answer = api.ask("Which colour do penguins like best?");

        assertThat(answer.get("status").text()).isEqualTo("not_found");
        assertThat(answer.get("citations").items()).isEmpty();
        assertThat(answer.get("sentences").items()).isEmpty();
        assertThat(answer.get("closest").items()).hasSizeBetween(1, 3);
    }

    @Test
    void answersOnlyFromTheDocumentsThatAreNamed() {
        String travel = documentId("travel");

        Json answer = api.post(
                        "/api/chat",
                        "{\"question\":\"How far did the North Korean missile fly?\",\"documentIds\":[\"%s\"]}"
                                .formatted(travel))
                .json(200);

        assertThat(answer.get("status").text()).isEqualTo("not_found");
        assertThat(answer.get("closest").items())
                .allSatisfy(one -> assertThat(one.get("documentId").text()).isEqualTo(travel));
    }

    @Test
    void explainsEveryPassageItConsidered() {
        Json answer = api.post("/api/chat", "{\"question\":\"Who founded Kestrel Instruments?\",\"explain\":true}")
                .json(200);

        Json explanation = answer.get("explanation");
        assertThat(explanation.names()).containsExactly("passages", "confidence", "threshold");
        assertThat(explanation.get("confidence").decimal())
                .isGreaterThanOrEqualTo(explanation.get("threshold").decimal());
        List<Json> passages = explanation.get("passages").items();
        assertThat(passages).hasSizeGreaterThan(2);
        assertThat(passages).anySatisfy(one -> {
            assertThat(one.get("used").flag()).isTrue();
            assertThat(one.get("cut").isNull()).isTrue();
        });
        assertThat(passages).anySatisfy(one -> {
            assertThat(one.get("used").flag()).isFalse();
            assertThat(one.get("cut").text()).isNotBlank();
        });
        for (Json passage : passages) {
            assertThat(passage.names())
                    .containsExactly(
                            "documentId",
                            "title",
                            "source",
                            "page",
                            "headings",
                            "text",
                            "start",
                            "end",
                            "scores",
                            "used",
                            "cut");
            assertThat(passage.get("scores").names()).contains("words", "meaning", "fused");
        }
    }

    @Test
    void streamsWhatItAnswers() {
        List<Event> events =
                api.stream("/api/chat/stream", body("question", "How far did the North Korean missile fly?"));

        assertThat(events.getFirst().name()).isEqualTo("found");
        assertThat(events.getFirst().data().get("citations").items()).isNotEmpty();
        Json done = events.getLast().data();
        assertThat(events.getLast().name()).isEqualTo("done");
        assertThat(done.get("status").text()).isEqualTo("answered");
        assertThat(pieces(events)).isEqualTo(done.get("answer").text());
        assertThat(done.names()).doesNotContain("explanation");
        assertThat(done.names())
                .isEqualTo(api.ask("How far did the North Korean missile fly?").names());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Which colour do penguins like best?", "hello", "Summarise the travel policy"})
    void streamsFoundThenPiecesThenDoneWhateverIsAsked(String question) {
        List<Event> events = api.stream("/api/chat/stream", body("question", question));

        List<String> names = events.stream().map(Event::name).toList();
        assertThat(names).startsWith("found", "piece").endsWith("done");
        assertThat(names.subList(1, names.size() - 1)).containsOnly("piece");
        assertThat(pieces(events))
                .isEqualTo(events.getLast().data().get("answer").text());
    }

    @Test
    void explainsInAStreamToo() {
        List<Event> events =
                api.stream("/api/chat/stream", "{\"question\":\"Who founded Kestrel Instruments?\",\"explain\":true}");

        assertThat(events.getLast().data().get("explanation").get("passages").items())
                .isNotEmpty();
    }

    @Test
    void endsAStreamThatFailsWithAProblem() {
        List<Event> events = api.stream(
                "/api/chat/stream", body("question", "Who founded it?", "conversationId", "0123456789abcdef"));

        assertThat(events).hasSize(1);
        assertThat(events.getFirst().name()).isEqualTo("failed");
        assertThat(events.getFirst().data().get("status").number()).isEqualTo(404);
    }

    private static String pieces(List<Event> events) {
        return events.stream()
                .filter(event -> event.name().equals("piece"))
                .map(event -> event.data().get("text").text())
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "Thanks!", "what can you do?"})
    void answersSmallTalkWithoutCitingAnything(String text) {
        Json answer = api.ask(text);

        assertThat(answer.get("status").text()).isEqualTo("answered");
        assertThat(answer.get("answer").text()).isNotBlank();
        assertThat(answer.get("citations").items()).isEmpty();
        assertThat(answer.get("sentences").items()).isEmpty();
    }

    @Test
    void greetsWithQuestionsThatCanBeAsked() {
        String reply = api.ask("Hello").get("answer").text();

        List<Json> examples =
                api.get("/api/examples").json(200).get("questions").items();
        assertThat(examples).isNotEmpty();
        assertThat(reply).contains(examples.getFirst().text());
    }

    @Test
    void everyExampleIsAnswered() {
        for (Json example : api.get("/api/examples").json(200).get("questions").items()) {
            assertThat(api.ask(example.text()).get("status").text())
                    .as(example.text())
                    .isEqualTo("answered");
        }
    }

    @Test
    void summarisesADocumentByTheLeadingSentencesOfItsSections() {
        Json answer = api.ask("Summarise the travel policy");

        assertThat(answer.get("status").text()).isEqualTo("answered");
        assertThat(answer.get("answer").text())
                .contains("A hotel room may cost up to 140 euros a night", "Employees travel second class by train");
        assertThat(answer.get("citations").items())
                .allSatisfy(one -> assertThat(one.get("source").text()).isEqualTo("policies/travel.md"));
    }

    @Test
    void summarisesASectionByItsFirstSentences() {
        Json answer = api.ask("Give me a summary of the hotels section");

        assertThat(answer.get("status").text()).isEqualTo("answered");
        assertThat(answer.get("answer").text()).startsWith("A hotel room may cost up to 140 euros a night");
        assertThat(answer.get("citations").items())
                .allSatisfy(one -> assertThat(one.get("headings").items())
                        .extracting(Json::text)
                        .endsWith("Hotels"));
    }

    @Test
    void searchesByTheSameWayAsItAnswers() {
        List<Json> found = api.get("/api/search?q=Who%20founded%20Kestrel%20Instruments%3F&limit=3")
                .json(200)
                .get("passages")
                .items();

        assertThat(found).hasSize(3);
        List<Json> considered = api.post(
                        "/api/chat", "{\"question\":\"Who founded Kestrel Instruments?\",\"explain\":true}")
                .json(200)
                .get("explanation")
                .get("passages")
                .items();
        for (int i = 0; i < 3; i++) {
            Json passage = found.get(i);
            assertThat(passage.names())
                    .containsExactly(
                            "documentId", "title", "source", "page", "headings", "text", "start", "end", "scores");
            assertThat(passage.get("text")).isEqualTo(considered.get(i).get("text"));
            assertThat(passage.get("scores")).isEqualTo(considered.get(i).get("scores"));
        }
    }

    @Test
    void aPassageThatWasFoundStandsInTheStoredText() {
        for (Json passage :
                api.get("/api/search?q=hotel+room").json(200).get("passages").items()) {
            String text = api.get("/api/documents/" + passage.get("documentId").text() + "/text")
                    .json(200)
                    .get("text")
                    .text();

            assertThat(text.substring(
                            passage.get("start").number(), passage.get("end").number()))
                    .isEqualTo(passage.get("text").text());
        }
    }

    private String documentId(String name) {
        return api.get("/api/documents?q=" + name)
                .json(200)
                .get("documents")
                .get(0)
                .get("id")
                .text();
    }
}
