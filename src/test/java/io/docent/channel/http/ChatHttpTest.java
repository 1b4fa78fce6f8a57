package io.docent.channel.http;

import static io.docent.HttpApi.body;
import static io.docent.HttpApi.items;
import static io.docent.HttpApi.names;
import static org.assertj.core.api.Assertions.assertThat;

import io.docent.HttpApi.Event;
import io.micronaut.json.tree.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatHttpTest extends HttpTest {

    @Test
    void answersWithTheSentenceAndItsPlace() {
        JsonNode answer = api.ask("How far did the North Korean missile fly?");

        assertThat(names(answer))
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
        assertThat(answer.get("id").getStringValue()).matches("[0-9a-f]{32}");
        assertThat(answer.get("conversationId").getStringValue()).matches("[0-9a-f]{32}");
        assertThat(answer.get("question").getStringValue()).isEqualTo("How far did the North Korean missile fly?");
        assertThat(answer.get("searchedFor").getStringValue()).isEqualTo("How far did the North Korean missile fly?");
        assertThat(answer.get("status").getStringValue()).isEqualTo("answered");
        assertThat(answer.get("answer").getStringValue()).contains("approximately 900 kilometers", "[1]");
        assertThat(items(answer.get("closest"))).isEmpty();
        assertThat(answer.get("model").getStringValue()).isEqualTo("extractive");
        assertThat(answer.get("notice").isNull()).isTrue();
        assertThat(answer.get("tookMs").isNumber()).isTrue();
    }

    @Test
    void everySentenceNamesItsCitationsAndItsVerdict() {
        JsonNode answer = api.ask("How far did the North Korean missile fly?");

        List<Integer> numbers = items(answer.get("citations")).stream()
                .map(citation -> citation.get("number").getIntValue())
                .toList();
        assertThat(numbers).isNotEmpty().startsWith(1);
        for (JsonNode sentence : items(answer.get("sentences"))) {
            assertThat(names(sentence)).containsExactly("text", "citations", "support");
            assertThat(sentence.get("support").getStringValue()).isEqualTo("quoted");
            assertThat(items(sentence.get("citations")))
                    .isNotEmpty()
                    .allSatisfy(number -> assertThat(numbers).contains(number.getIntValue()));
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
        JsonNode answer = api.ask(question);

        List<JsonNode> all = new java.util.ArrayList<>(items(answer.get("citations")));
        all.addAll(items(answer.get("closest")));
        assertThat(all).isNotEmpty();
        for (JsonNode citation : all) {
            assertThat(names(citation))
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
            String id = citation.get("documentId").getStringValue();
            int start = citation.get("start").getIntValue();
            int end = citation.get("end").getIntValue();
            String hash = citation.get("hash").getStringValue();
            JsonNode text = api.get("/api/documents/" + id + "/text").json(200);
            assertThat(text.get("text").getStringValue().substring(start, end))
                    .isEqualTo(citation.get("quote").getStringValue());
            assertThat(hash).matches("[0-9a-f]{64}");
            assertThat(api.get("/api/documents/" + id).json(200).get("hash").getStringValue())
                    .isEqualTo(hash);
            assertThat(citation.get("link").getStringValue())
                    .isEqualTo("/documents/%s?start=%d&end=%d&hash=%s".formatted(id, start, end, hash));
        }
    }

    @Test
    void tellsThePageOfAPdfAndTheHeadingsOfAMarkdownFile() {
        JsonNode battery = api.ask("How long does the battery of the gauge last?").get("citations").get(0);
        JsonNode hotel = api.ask("What may a hotel room in Zurich cost?").get("citations").get(0);

        assertThat(battery.get("page").getIntValue()).isEqualTo(2);
        assertThat(battery.get("title").getStringValue()).isEqualTo("Gauge manual");
        assertThat(hotel.get("page").isNull()).isTrue();
        assertThat(hotel.get("source").getStringValue()).isEqualTo("policies/travel.md");
        assertThat(items(hotel.get("headings")).getLast().getStringValue()).isEqualTo("Hotels");
    }

    @Test
    void saysSoWhereTheDocumentsDoNotHoldTheAnswer() {
        JsonNode answer = api.ask("Which colour do penguins like best?");

        assertThat(answer.get("status").getStringValue()).isEqualTo("not_found");
        assertThat(items(answer.get("citations"))).isEmpty();
        assertThat(items(answer.get("sentences"))).isEmpty();
        assertThat(items(answer.get("closest"))).hasSizeBetween(1, 3);
    }

    @Test
    void answersOnlyFromTheDocumentsThatAreNamed() {
        String travel = documentId("travel");

        JsonNode answer = api.post(
                        "/api/chat",
                        "{\"question\":\"How far did the North Korean missile fly?\",\"documentIds\":[\"%s\"]}"
                                .formatted(travel))
                .json(200);

        assertThat(answer.get("status").getStringValue()).isEqualTo("not_found");
        assertThat(items(answer.get("closest")))
                .allSatisfy(one -> assertThat(one.get("documentId").getStringValue()).isEqualTo(travel));
    }

    @Test
    void explainsEveryPassageItConsidered() {
        JsonNode answer = api.post(
                        "/api/chat", "{\"question\":\"Who founded Kestrel Instruments?\",\"explain\":true}")
                .json(200);

        JsonNode explanation = answer.get("explanation");
        assertThat(names(explanation)).containsExactly("passages", "confidence", "threshold");
        assertThat(explanation.get("confidence").getDoubleValue())
                .isGreaterThanOrEqualTo(explanation.get("threshold").getDoubleValue());
        List<JsonNode> passages = items(explanation.get("passages"));
        assertThat(passages).hasSizeGreaterThan(2);
        assertThat(passages).anySatisfy(one -> {
            assertThat(one.get("used").getBooleanValue()).isTrue();
            assertThat(one.get("cut").isNull()).isTrue();
        });
        assertThat(passages).anySatisfy(one -> {
            assertThat(one.get("used").getBooleanValue()).isFalse();
            assertThat(one.get("cut").getStringValue()).isNotBlank();
        });
        for (JsonNode passage : passages) {
            assertThat(names(passage))
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
            assertThat(names(passage.get("scores"))).contains("words", "meaning", "fused");
        }
    }

    @Test
    void streamsWhatItAnswers() {
        List<Event> events =
                api.stream("/api/chat/stream", body("question", "How far did the North Korean missile fly?"));

        assertThat(events.getFirst().name()).isEqualTo("found");
        assertThat(items(events.getFirst().data().get("citations"))).isNotEmpty();
        JsonNode done = events.getLast().data();
        assertThat(events.getLast().name()).isEqualTo("done");
        assertThat(done.get("status").getStringValue()).isEqualTo("answered");
        assertThat(pieces(events)).isEqualTo(done.get("answer").getStringValue());
        assertThat(names(done)).doesNotContain("explanation");
        assertThat(names(done)).isEqualTo(names(api.ask("How far did the North Korean missile fly?")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Which colour do penguins like best?", "hello", "Summarise the travel policy"})
    void streamsFoundThenPiecesThenDoneWhateverIsAsked(String question) {
        List<Event> events = api.stream("/api/chat/stream", body("question", question));

        List<String> names = events.stream().map(Event::name).toList();
        assertThat(names).startsWith("found", "piece").endsWith("done");
        assertThat(names.subList(1, names.size() - 1)).containsOnly("piece");
        assertThat(pieces(events)).isEqualTo(events.getLast().data().get("answer").getStringValue());
    }

    @Test
    void explainsInAStreamToo() {
        List<Event> events = api.stream(
                "/api/chat/stream", "{\"question\":\"Who founded Kestrel Instruments?\",\"explain\":true}");

        assertThat(items(events.getLast().data().get("explanation").get("passages"))).isNotEmpty();
    }

    @Test
    void endsAStreamThatFailsWithAProblem() {
        List<Event> events = api.stream(
                "/api/chat/stream", body("question", "Who founded it?", "conversationId", "0123456789abcdef"));

        assertThat(events).hasSize(1);
        assertThat(events.getFirst().name()).isEqualTo("failed");
        assertThat(events.getFirst().data().get("status").getIntValue()).isEqualTo(404);
    }

    private static String pieces(List<Event> events) {
        return events.stream()
                .filter(event -> event.name().equals("piece"))
                .map(event -> event.data().get("text").getStringValue())
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "Thanks!", "what can you do?"})
    void answersSmallTalkWithoutCitingAnything(String text) {
        JsonNode answer = api.ask(text);

        assertThat(answer.get("status").getStringValue()).isEqualTo("answered");
        assertThat(answer.get("answer").getStringValue()).isNotBlank();
        assertThat(items(answer.get("citations"))).isEmpty();
        assertThat(items(answer.get("sentences"))).isEmpty();
    }

    @Test
    void greetsWithQuestionsThatCanBeAsked() {
        String reply = api.ask("Hello").get("answer").getStringValue();

        List<JsonNode> examples = items(api.get("/api/examples").json(200).get("questions"));
        assertThat(examples).isNotEmpty();
        assertThat(reply).contains(examples.getFirst().getStringValue());
    }

    @Test
    void everyExampleIsAnswered() {
        for (JsonNode example : items(api.get("/api/examples").json(200).get("questions"))) {
            assertThat(api.ask(example.getStringValue()).get("status").getStringValue())
                    .as(example.getStringValue())
                    .isEqualTo("answered");
        }
    }

    @Test
    void summarisesADocumentByTheLeadingSentencesOfItsSections() {
        JsonNode answer = api.ask("Summarise the travel policy");

        assertThat(answer.get("status").getStringValue()).isEqualTo("answered");
        assertThat(answer.get("answer").getStringValue())
                .contains("A hotel room may cost up to 140 euros a night", "Employees travel second class by train");
        assertThat(items(answer.get("citations")))
                .allSatisfy(one ->
                        assertThat(one.get("source").getStringValue()).isEqualTo("policies/travel.md"));
    }

    @Test
    void searchesByTheSameWayAsItAnswers() {
        List<JsonNode> found = items(api.get("/api/search?q=Who%20founded%20Kestrel%20Instruments%3F&limit=3")
                .json(200)
                .get("passages"));

        assertThat(found).hasSize(3);
        List<JsonNode> considered = items(api.post(
                        "/api/chat", "{\"question\":\"Who founded Kestrel Instruments?\",\"explain\":true}")
                .json(200)
                .get("explanation")
                .get("passages"));
        for (int i = 0; i < 3; i++) {
            JsonNode passage = found.get(i);
            assertThat(names(passage))
                    .containsExactly(
                            "documentId", "title", "source", "page", "headings", "text", "start", "end", "scores");
            assertThat(passage.get("text")).isEqualTo(considered.get(i).get("text"));
            assertThat(passage.get("scores")).isEqualTo(considered.get(i).get("scores"));
        }
    }

    @Test
    void aPassageThatWasFoundStandsInTheStoredText() {
        for (JsonNode passage :
                items(api.get("/api/search?q=hotel+room").json(200).get("passages"))) {
            String text = api.get("/api/documents/" + passage.get("documentId").getStringValue() + "/text")
                    .json(200)
                    .get("text")
                    .getStringValue();

            assertThat(text.substring(
                            passage.get("start").getIntValue(), passage.get("end").getIntValue()))
                    .isEqualTo(passage.get("text").getStringValue());
        }
    }

    private String documentId(String name) {
        return api.get("/api/documents?q=" + name)
                .json(200)
                .get("documents")
                .get(0)
                .get("id")
                .getStringValue();
    }
}
