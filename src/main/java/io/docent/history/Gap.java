package io.docent.history;

import io.docent.answer.Citation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Questions of one meaning that the documents left open.
 *
 * @param id of the group: that of its oldest question, which is its name until that question is erased
 * @param question the one that is most like all the others, standing alone
 * @param asked how many questions there are, 1 or more
 * @param open how many of them were asked since the group was marked as done; all where it never was
 * @param kinds how many of them are of each kind; only kinds that occur
 * @param channels by which they came, by name; those of old questions are not known
 * @param firstAsked when the oldest was asked
 * @param lastAsked when the newest was asked
 * @param doneAt when questions of the group were last marked as done; null where none are
 * @param wordings the different questions, the most frequent first; not all of many
 * @param comments of those whom an answer did not help, the newest first; not all of many
 * @param closest what came nearest in documents that are still there, what most questions share first
 */
public record Gap(
        String id,
        String question,
        int asked,
        int open,
        Map<GapKind, Integer> kinds,
        SortedSet<String> channels,
        Instant firstAsked,
        Instant lastAsked,
        @Nullable Instant doneAt,
        List<Wording> wordings,
        List<String> comments,
        List<Citation> closest) {

    public Gap {
        if (asked < 1 || open < 0 || open > asked) {
            throw new IllegalArgumentException("of " + asked + " questions " + open + " are not open");
        }
        kinds = Map.copyOf(kinds);
        channels = new TreeSet<>(channels);
        wordings = List.copyOf(wordings);
        comments = List.copyOf(comments);
        closest = List.copyOf(closest);
    }

    /** How many of the questions are of a kind. */
    public int of(GapKind kind) {
        return kinds.getOrDefault(kind, 0);
    }

    /** Whether all of its questions are marked as done. */
    public boolean isDone() {
        return open == 0;
    }

    /**
     * A question as it was asked.
     *
     * @param text standing alone
     * @param asked how often
     */
    public record Wording(String text, int asked) {}
}
