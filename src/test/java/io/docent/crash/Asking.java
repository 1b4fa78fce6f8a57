package io.docent.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.docent.HttpApi;
import io.docent.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Questions that are asked in conversations, and what was answered. For one thread at a time. */
final class Asking {

    private static final int MOST_TURNS = 4;

    private final Shelf shelf;
    private final Map<String, List<Json>> conversations = new TreeMap<>();
    private String open = "";
    private int cited;

    Asking(Shelf shelf) {
        this.shelf = shelf;
    }

    int turns() {
        return conversations.values().stream().mapToInt(List::size).sum();
    }

    /** Citations that were compared with the version they name. */
    int cited() {
        return cited;
    }

    /** Asks, and tells the status of the answer; what is no answer leaves no conversation open. */
    int one(HttpApi api, Random random) {
        String question =
                "Where was the instrument %d of series %d built?".formatted(1 + random.nextInt(60), random.nextInt(3));
        String body = open.isEmpty()
                ? HttpApi.body("question", question)
                : HttpApi.body("question", question, "conversationId", open);
        // A turn that nobody hears of is the last of its conversation.
        open = "";
        HttpApi.Response response = api.post("/api/chat", body);
        if (response.status() != 200) {
            return response.status();
        }
        Json answer = response.json(200);
        open = answer.get("conversationId").text();
        List<Json> turns = conversations.computeIfAbsent(open, any -> new ArrayList<>());
        turns.add(answer);
        if (turns.size() >= MOST_TURNS) {
            open = "";
        }
        checkCitations(answer);
        return response.status();
    }

    private void checkCitations(Json answer) {
        for (Json citation : answer.get("citations").items()) {
            Version version = shelf.of(citation.get("hash").text());
            assertThat(version.text()
                            .substring(
                                    citation.get("start").number(),
                                    citation.get("end").number()))
                    .isEqualTo(citation.get("quote").text());
            cited++;
        }
    }

    /** Every acknowledged turn is in its conversation once, in its place, as it was answered. */
    void check(HttpApi api) {
        open = "";
        conversations.forEach((id, turns) -> {
            List<String> kept = api.get("/api/conversations/" + id).json(200).get("turns").items().stream()
                    .map(Asking::told)
                    .toList();
            List<String> heard = turns.stream().map(Asking::told).toList();
            assertThat(kept).doesNotHaveDuplicates().startsWith(heard.toArray(String[]::new));
            assertThat(kept.size()).isLessThanOrEqualTo(heard.size() + 1);
        });
    }

    private static String told(Json answer) {
        return String.join(
                " | ",
                answer.get("id").text(),
                answer.get("question").text(),
                answer.get("status").text(),
                answer.get("answer").isNull() ? "" : answer.get("answer").text(),
                String.valueOf(answer.get("citations").node().getValue()),
                answer.get("citations").items().stream()
                        .map(citation -> citation.get("quote").text()
                                + citation.get("start").number()
                                + citation.get("hash").text())
                        .toList()
                        .toString());
    }
}
