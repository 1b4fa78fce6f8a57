package io.docent.evaluation;

import io.docent.passage.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Characters of several documents. */
final class SpanSet {

    /** In order, none overlapping another. */
    private final Map<String, List<Span>> spans = new HashMap<>();

    static SpanSet of(Collection<Located> located) {
        SpanSet set = new SpanSet();
        located.forEach(one -> set.add(one.source(), one.span()));
        return set;
    }

    void add(String source, Span span) {
        List<Span> all = new ArrayList<>(spans.getOrDefault(source, List.of()));
        all.add(span);
        all.sort(Comparator.comparingInt(Span::start));
        List<Span> merged = new ArrayList<>();
        for (Span one : all) {
            if (!merged.isEmpty() && one.start() <= merged.getLast().end()) {
                merged.set(merged.size() - 1, merged.getLast().union(one));
            } else {
                merged.add(one);
            }
        }
        spans.put(source, merged);
    }

    /** How many characters. */
    int size() {
        return spans.values().stream()
                .flatMap(List::stream)
                .mapToInt(Span::length)
                .sum();
    }

    /** How many characters are in both. */
    int common(SpanSet other) {
        int common = 0;
        for (Map.Entry<String, List<Span>> entry : spans.entrySet()) {
            for (Span own : entry.getValue()) {
                for (Span theirs : other.spans.getOrDefault(entry.getKey(), List.of())) {
                    common += Math.max(0, Math.min(own.end(), theirs.end()) - Math.max(own.start(), theirs.start()));
                }
            }
        }
        return common;
    }
}
