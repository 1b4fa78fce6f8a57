package io.docent.evaluation;

import io.docent.passage.Span;
import io.docent.retrieval.Retrieved;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares the order of passages that were found with the places they should hold. */
final class Ranking {

    private Ranking() {}

    /**
     * At which rank each place was found: among the documents of the passages for a place that is a whole document,
     * among the passages for a span.
     *
     * @return nothing where no place is known
     */
    static Optional<Ranks> of(List<Place> places, GoldPlaces gold, List<Retrieved> passages) {
        List<String> documents = documents(passages);
        List<Integer> ranks = new ArrayList<>();
        List<Double> grades = new ArrayList<>();
        for (Place place : places) {
            ranks.add(
                    place.span() == null
                            ? documents.indexOf(place.source()) + 1
                            : gold.locate(List.of(place)).stream()
                                    .findFirst()
                                    .map(located -> rank(located, passages))
                                    .orElse(0));
            grades.add(place.grade());
        }
        return ranks.isEmpty()
                ? Optional.empty()
                : Optional.of(new Ranks(
                        ranks.stream().mapToInt(Integer::intValue).toArray(),
                        grades.stream().mapToDouble(Double::doubleValue).toArray()));
    }

    /** The documents that the passages are of, each once. */
    private static List<String> documents(List<Retrieved> passages) {
        Set<String> documents = new LinkedHashSet<>();
        passages.forEach(passage -> documents.add(passage.document().source()));
        return List.copyOf(documents);
    }

    private static int rank(Located place, List<Retrieved> passages) {
        for (int i = 0; i < passages.size(); i++) {
            Retrieved passage = passages.get(i);
            if (passage.document().source().equals(place.source())
                    && holds(passage.passage().span(), place.span())) {
                return i + 1;
            }
        }
        return 0;
    }

    /** Half of the place is in the passage, or half of the passage in the place. */
    private static boolean holds(Span passage, Span place) {
        int common = Math.min(passage.end(), place.end()) - Math.max(passage.start(), place.start());
        return 2 * common >= Math.min(passage.length(), place.length());
    }

    /** The characters of the first passages. */
    static SpanSet characters(List<Retrieved> passages, int first) {
        SpanSet characters = new SpanSet();
        passages.stream()
                .limit(first)
                .forEach(passage -> characters.add(
                        passage.document().source(), passage.passage().span()));
        return characters;
    }
}
