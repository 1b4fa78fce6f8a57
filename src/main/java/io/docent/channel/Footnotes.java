package io.docent.channel;

import io.docent.access.PublicUrl;
import io.docent.answer.Citation;
import io.docent.answer.Sentence;
import io.docent.answer.Support;
import io.docent.history.Turn;
import io.docent.history.Turn.Status;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;

/**
 * What stands under an answer in Markdown: what of it the documents do not bear out, its sources with links to the
 * viewer, and what else its reader has to know. For any thread.
 */
@Singleton
public final class Footnotes {

    private static final int LONGEST_NAME = 150;
    private static final int LONGEST_QUOTE = 240;

    private static final String HEADING = "**Sources**";
    private static final String CLOSEST = "**Closest passages**, which do not answer it";
    private static final String DOUBTS = "**Not borne out by the documents**";

    private final PublicUrl publicUrl;

    Footnotes(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    /**
     * With links relative to this server where it has no public address. Beginning with an empty line; empty where there
     * is nothing to tell.
     */
    public String of(Turn turn) {
        return of(turn, place -> publicUrl.resolve(place.path()).or(() -> Optional.of(place.path())));
    }

    /** The same to be shown by another server, where a relative link would lead astray. */
    public String ofElsewhere(Turn turn) {
        return of(turn, place -> publicUrl.resolve(place.path()));
    }

    private static String of(Turn turn, Function<Citation, Optional<String>> address) {
        StringJoiner sections = new StringJoiner("\n\n", "\n\n", "").setEmptyValue("");
        List<Sentence> doubtful = turn.sentences().stream()
                .filter(sentence -> sentence.support() == Support.UNSUPPORTED)
                .toList();
        if (!doubtful.isEmpty()) {
            sections.add(DOUBTS + "\n" + doubts(doubtful));
        }
        boolean found = turn.status() == Status.ANSWERED;
        List<Citation> places = found ? turn.citations() : turn.closest();
        if (!places.isEmpty()) {
            sections.add((found ? HEADING : CLOSEST) + "\n" + sources(places, address));
        }
        String notice = turn.notice();
        if (notice != null) {
            sections.add("*" + Markdown.line(notice, 1_000) + "*");
        }
        return sections.toString();
    }

    /** An answer of before without what this class put under it. */
    public static String without(String answer) {
        int end = answer.length();
        for (String heading : List.of(DOUBTS, HEADING, CLOSEST)) {
            int at = answer.indexOf("\n" + heading);
            end = at < 0 ? end : Math.min(end, at);
        }
        return answer.substring(0, end).strip();
    }

    private static String doubts(List<Sentence> doubtful) {
        StringBuilder list = new StringBuilder();
        for (Sentence sentence : doubtful) {
            list.append("\n- “")
                    .append(Markdown.line(sentence.text(), LONGEST_QUOTE))
                    .append('”');
            String reason = sentence.reason();
            if (reason != null) {
                list.append(" (").append(Markdown.line(reason, LONGEST_QUOTE)).append(')');
            }
        }
        return list.toString();
    }

    private static String sources(List<Citation> places, Function<Citation, Optional<String>> address) {
        StringBuilder list = new StringBuilder();
        for (Citation place : places) {
            String title = Markdown.line(place.title().isBlank() ? place.source() : place.title(), LONGEST_NAME);
            String name = title + (place.page() == null ? "" : ", page " + place.page());
            list.append("\n- [")
                    .append(place.number())
                    .append("] ")
                    .append(address.apply(place)
                            .map(link -> "[" + name + "](" + link + ")")
                            .orElseGet(() -> name + " · " + Markdown.line(place.source(), LONGEST_NAME)))
                    .append(": “")
                    .append(Markdown.line(place.quote(), LONGEST_QUOTE))
                    .append('”');
        }
        return list.toString();
    }
}
