package io.docent.history;

import io.docent.answer.Citation;
import io.docent.history.Gap.Wording;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Questions of one meaning.
 *
 * @param wordings the different ones, the most typical first
 * @param rows all of them, the oldest first; at least one
 */
record GapGroup(List<String> wordings, List<StoredGap> rows) {

    private static final int WORDINGS_TOLD = 10;

    String id() {
        return rows.getFirst().id();
    }

    Instant lastAsked() {
        return rows.getLast().askedAt();
    }

    boolean isDone() {
        return rows.stream().allMatch(row -> row.doneAt() != null);
    }

    /** Ids of the newest questions, the newest first. */
    List<String> newest(int limit) {
        return rows.reversed().stream().limit(limit).map(StoredGap::id).toList();
    }

    Gap gap(List<String> comments, List<Citation> closest) {
        return new Gap(
                id(),
                wordings.getFirst(),
                rows.size(),
                (int) rows.stream().filter(row -> row.doneAt() == null).count(),
                kinds(),
                new TreeSet<>(rows.stream()
                        .map(StoredGap::channel)
                        .filter(Objects::nonNull)
                        .toList()),
                rows.getFirst().askedAt(),
                lastAsked(),
                doneAt(),
                mostFrequentWordings(),
                comments,
                closest);
    }

    private Map<GapKind, Integer> kinds() {
        Map<GapKind, Integer> kinds = new HashMap<>();
        rows.forEach(row -> row.kinds().forEach(kind -> kinds.merge(kind, 1, Integer::sum)));
        return kinds;
    }

    private @Nullable Instant doneAt() {
        return rows.stream()
                .map(StoredGap::doneAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private List<Wording> mostFrequentWordings() {
        Map<String, Integer> asked = new LinkedHashMap<>();
        rows.forEach(row -> asked.merge(row.wording(), 1, Integer::sum));
        return asked.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(WORDINGS_TOLD)
                .map(entry -> new Wording(entry.getKey(), entry.getValue()))
                .toList();
    }
}
