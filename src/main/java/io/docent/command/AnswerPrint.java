package io.docent.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An answer for somebody at a terminal. */
final class AnswerPrint {

    private final Terminal terminal;
    private final @Nullable String address;

    /**
     * Prints here.
     *
     * @param address of the server that links lead to; null where it is gone when the command is
     */
    AnswerPrint(Terminal terminal, @Nullable String address) {
        this.terminal = terminal;
        this.address = address;
    }

    void print(JsonNode answer) {
        boolean found = answer.path("status").asText().equals("answered");
        String text = answer.path("answer").asText();
        terminal.print(found ? Terminal.plain(text) : terminal.bold(text));
        for (JsonNode sentence : answer.path("sentences")) {
            if (sentence.path("support").asText().equals("unsupported")) {
                terminal.print("");
                terminal.print(terminal.warning(
                                "Not borne out (" + sentence.path("reason").asText() + "): ")
                        + Terminal.plain(sentence.path("text").asText()));
            }
        }
        if (answer.path("notice").isTextual()) {
            terminal.print("");
            terminal.print(terminal.warning(answer.path("notice").asText()));
        }
        places(
                found ? "Sources" : "The closest passages, which do not answer it",
                answer.path(found ? "citations" : "closest"));
    }

    private void places(String title, JsonNode places) {
        if (places.isEmpty()) {
            return;
        }
        terminal.print("");
        terminal.print(terminal.bold(title));
        for (JsonNode place : places) {
            terminal.print(terminal.good("[" + place.path("number").asInt() + "] ")
                    + terminal.bold(place.path("title").asText())
                    + terminal.dim(where(place)));
            terminal.print("    “"
                    + Terminal.plain(place.path("quote").asText().strip()).replace("\n", "\n    ") + "”");
            if (address != null) {
                terminal.print(
                        "    " + terminal.dim(address + place.path("link").asText()));
            }
        }
    }

    private static String where(JsonNode place) {
        List<String> parts = new ArrayList<>();
        if (!place.path("source").asText().equals(place.path("title").asText())) {
            parts.add(place.path("source").asText());
        }
        if (place.path("page").isNumber()) {
            parts.add("page " + place.path("page").asInt());
        }
        List<String> headings = new ArrayList<>();
        place.path("headings").forEach(heading -> headings.add(heading.asText()));
        headings.remove(place.path("title").asText());
        if (!headings.isEmpty()) {
            parts.add(String.join(" › ", headings));
        }
        return parts.isEmpty() ? "" : " · " + String.join(" · ", parts);
    }
}
