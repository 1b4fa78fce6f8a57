package io.docent.channel.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.docent.Json;
import io.docent.access.Person;
import io.docent.history.History;
import io.docent.history.History.Feedback;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConversationHttpTest extends HttpTest {

    /** Who everybody is on loopback. */
    private static final String LOCAL = "local";

    @Inject
    History history;

    @Test
    void continuesAConversation() {
        Json first = api.ask("Who founded Kestrel Instruments?");
        String conversation = text(first, "conversationId");

        Json second = api.ask("What did she study?", conversation);

        assertThat(text(second, "conversationId")).isEqualTo(conversation);
        assertThat(text(second, "question")).isEqualTo("What did she study?");
        assertThat(text(second, "searchedFor")).isEqualTo("What did Maria Oduya study?");
        assertThat(text(second, "answer")).contains("Maria Oduya studied physics in Lisbon");
    }

    @Test
    void understandsAPartOfAQuestion() {
        String conversation = text(api.ask("What was the revenue of Kestrel Instruments in 2018?"), "conversationId");

        Json next = api.ask("and in 2019?", conversation);

        assertThat(text(next, "searchedFor")).isEqualTo("What was the revenue of Kestrel Instruments in 2019?");
        assertThat(text(next, "answer")).contains("36 million");
    }

    @Test
    void looksForThePersonInTheAnswerBefore() {
        String conversation = text(api.ask("Who is Lee's security chief?"), "conversationId");

        Json next = api.ask("What did he outline?", conversation);

        assertThat(text(next, "searchedFor")).contains("Wi Sung-lac");
    }

    @Test
    void leavesAQuestionThatStandsAloneAlone() {
        String conversation = text(api.ask("Who founded Kestrel Instruments?"), "conversationId");

        Json next = api.ask("How far did the North Korean missile fly?", conversation);

        assertThat(text(next, "searchedFor")).isEqualTo("How far did the North Korean missile fly?");
        assertThat(text(next, "answer")).contains("900 kilometers");
    }

    @Test
    void keepsAConversationAsItWasHeld() {
        Json first = api.ask("How many people work in Berlin?");
        String id = text(first, "conversationId");
        Json second = api.ask("And in Munich?", id);
        Json third = api.ask("Which colour do penguins like best?", id);

        Json kept = api.get("/api/conversations/" + id).json(200);

        assertThat(kept.names()).containsExactly("id", "title", "turns");
        assertThat(text(kept, "title")).isEqualTo("How many people work in Berlin?");
        assertThat(kept.get("turns").items()).containsExactly(first, second, third);
        assertThat(api.get("/api/answers/" + text(second, "id")).json(200)).isEqualTo(second);
    }

    @Test
    void listsConversationsTheMostRecentFirst() {
        String older = text(api.ask("How many people work in Berlin?"), "conversationId");
        String newer = text(api.ask("How many people work in Munich?"), "conversationId");
        api.ask("And in Munich?", older);

        List<Json> list =
                api.get("/api/conversations").json(200).get("conversations").items();

        assertThat(list).extracting(one -> text(one, "id")).startsWith(older, newer);
        assertThat(list.getFirst().names()).containsExactly("id", "title", "updatedAt", "turns");
        assertThat(list.getFirst().get("turns").number()).isEqualTo(2);
        assertThat(Instant.parse(text(list.getFirst(), "updatedAt"))).isBefore(Instant.now());
    }

    @Test
    void deletesAConversationWithAllThatBelongsToIt() {
        Json answer = api.ask("How many people work in Berlin?");
        String path = "/api/conversations/" + text(answer, "conversationId");

        assertThat(api.delete(path).status()).isEqualTo(204);

        api.get(path).problem(404);
        api.delete(path).problem(404);
        api.get("/api/answers/" + text(answer, "id")).problem(404);
        api.post("/api/answers/" + text(answer, "id") + "/feedback", "{\"helpful\":true}")
                .problem(404);
        String detail = api.post(
                        "/api/chat",
                        "{\"question\":\"And in Munich?\",\"conversationId\":\"" + text(answer, "conversationId")
                                + "\"}")
                .problem(404);
        assertThat(detail).contains("leave conversationId out");
    }

    @Test
    void keepsTheLastFeedbackOfAPerson() {
        String answer = text(api.ask("How many people work in Berlin?"), "id");
        String path = "/api/answers/" + answer + "/feedback";

        int first =
                api.post(path, "{\"helpful\":false,\"comment\":\"too short\"}").status();
        int second = api.post(path, "{\"helpful\":true}").status();

        assertThat(List.of(first, second)).containsOnly(204);
        assertThat(history.feedback(answer, LOCAL)).contains(new Feedback(true, null));
    }

    @Test
    void keepsTheCommentOfFeedback() {
        String answer = text(api.ask("How many people work in Berlin?"), "id");

        api.post("/api/answers/" + answer + "/feedback", "{\"helpful\":false,\"comment\":\"too short\"}");

        assertThat(history.feedback(answer, LOCAL)).contains(new Feedback(false, "too short"));
    }

    @Test
    void saysTheSameOfAnAnswerOfAnotherPersonAsOfNone() {
        String conversation = text(api.ask("How many people work in Berlin?"), "conversationId");

        assertThat(history.conversation(conversation, LOCAL)).isPresent();
        assertThat(history.conversation(conversation, new Person("token:else").id()))
                .isEmpty();
    }

    @Test
    void answersManyAtOnceInOneConversation() throws Exception {
        String id = text(api.ask("How many people work in Berlin?"), "conversationId");

        List<Integer> statuses = atOnce(
                12,
                () -> api.post(
                                "/api/chat",
                                "{\"question\":\"How many people work in Munich?\",\"conversationId\":\"" + id + "\"}")
                        .status());

        assertThat(statuses).containsOnly(200);
        assertThat(api.get("/api/conversations/" + id).json(200).get("turns").items())
                .hasSize(13);
    }

    @Test
    void takesFeedbackSentTwiceAtOnce() throws Exception {
        String answer = text(api.ask("How many people work in Berlin?"), "id");

        List<Integer> statuses = atOnce(
                12,
                () -> api.post("/api/answers/" + answer + "/feedback", "{\"helpful\":true}")
                        .status());

        assertThat(statuses).containsOnly(204);
    }

    private static List<Integer> atOnce(int times, Callable<Integer> request) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> sent = IntStream.range(0, times)
                    .mapToObj(i -> threads.submit(request))
                    .toList();
            List<Integer> statuses = new java.util.ArrayList<>();
            for (Future<Integer> one : sent) {
                statuses.add(one.get());
            }
            return statuses;
        }
    }

    private static String text(Json object, String field) {
        return object.get(field).text();
    }
}
