package io.docent.migration;

import io.docent.document.DocumentId;
import io.docent.index.Candidate;
import io.docent.index.EmbeddedIndex;
import io.docent.index.EmbeddedPassage;
import io.docent.index.FoundPassage;
import io.docent.index.PassageIndex;
import io.docent.index.PassageQuery;
import io.docent.index.PassageSearch;
import io.docent.index.QueryTerm;
import io.docent.index.Term;
import io.docent.index.TermAnalyzer;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Searches in two indexes for what should be found in both alike: with equal scores, and so in one order but for what has the
 * same score. By meaning, engines look where the nearest are likely: what one of them did not bring is looked for in its own
 * document, has to have the same score there, and is counted.
 */
final class Searches {

    private static final int COMPARED = 10;

    /** OpenSearch looks no farther than at what is asked for; the embedded index does by itself. */
    private static final int LOOKED_AT = 400;

    private static final int MOST = 1_000;
    private static final int WORDS = 5;

    /** Relative to the score; statistics are in single precision. */
    private static final double TOLERANCE_OF_WORDS = 1e-3;

    private static final double TOLERANCE_OF_MEANING = 1e-6;

    private final EmbeddedIndex from;
    private final PassageIndex to;
    private final TermAnalyzer analyzer;
    private int asked;
    private int differentByWords;
    private int compared;
    private int missed;

    Searches(EmbeddedIndex from, PassageIndex to, TermAnalyzer analyzer) {
        this.from = from;
        this.to = to;
        this.analyzer = analyzer;
    }

    int asked() {
        return asked;
    }

    /** Searches by words that found something else, or with other scores. */
    int differentByWords() {
        return differentByWords;
    }

    /** Passages that were found near by meaning in either index. */
    int compared() {
        return compared;
    }

    /** Those of them that one of both did not bring by itself. */
    int missed() {
        return missed;
    }

    /** Searches by a passage's first words, and by its embedding; tells what is found otherwise in the copy. */
    void compare(EmbeddedPassage passage, Locale language, Differences differences) {
        String place = passage.passage().document().value() + ", passage "
                + passage.passage().position();
        List<QueryTerm> words = analyzer.analyze(passage.passage().text(), language).stream()
                .map(Term::text)
                .distinct()
                .limit(WORDS)
                .map(term -> new QueryTerm(term, Set.of(term), 1))
                .toList();
        if (!words.isEmpty() && !isFoundAlike(new PassageQuery(words, new float[0], Set.of(), LOOKED_AT))) {
            differentByWords++;
            differences.add("the words of " + place + " find other passages in the copy, or with other scores");
        }
        if (!isFoundAlike(new PassageQuery(List.of(), passage.embedding(), Set.of(), LOOKED_AT))) {
            differences.add("the embedding of " + place + " finds other passages in the copy, or with other scores");
        }
    }

    private boolean isFoundAlike(PassageQuery query) {
        asked++;
        boolean byWords = !query.words().isEmpty();
        double tolerance = byWords ? TOLERANCE_OF_WORDS : TOLERANCE_OF_MEANING;
        try (PassageSearch source = from.search();
                PassageSearch target = to.latest()) {
            Map<Place, Double> here = best(source, query);
            Map<Place, Double> there = best(target, query);
            boolean alike = here.size() == there.size();
            Set<Place> all = new HashSet<>(here.keySet());
            all.addAll(there.keySet());
            for (Place place : all) {
                double one = here.getOrDefault(place, Double.NaN);
                double other = there.getOrDefault(place, Double.NaN);
                if (!byWords) {
                    compared++;
                    missed += Double.isNaN(one) || Double.isNaN(other) ? 1 : 0;
                    one = Double.isNaN(one) ? inItsDocument(place, source, query) : one;
                    other = Double.isNaN(other) ? inItsDocument(place, target, query) : other;
                } else {
                    // Of what has the score of the last one, either may be brought.
                    one = Double.isNaN(one) ? last(here) : one;
                    other = Double.isNaN(other) ? last(there) : other;
                }
                alike &= Math.abs(one - other) <= tolerance * Math.max(1, Math.abs(one));
            }
            return alike;
        }
    }

    private static double score(Candidate candidate, PassageQuery query) {
        return query.words().isEmpty() ? candidate.meaning() : candidate.words();
    }

    /** The best first. */
    private static Map<Place, Double> best(PassageSearch search, PassageQuery query) {
        Map<Place, Double> best = new LinkedHashMap<>();
        search.candidates(query).stream()
                .sorted(Comparator.comparingDouble((Candidate one) -> -score(one, query)))
                .limit(COMPARED)
                .forEach(one -> best.put(Place.of(search.load(one.key())), score(one, query)));
        return best;
    }

    private static double last(Map<Place, Double> best) {
        return best.values().stream().reduce(Double.NaN, (one, next) -> next);
    }

    /** The score of a passage that is looked for where it has to be; not a number where it is not there. */
    private static double inItsDocument(Place place, PassageSearch search, PassageQuery query) {
        PassageQuery there =
                new PassageQuery(query.words(), query.embedding(), Set.of(new DocumentId(place.document())), MOST);
        return search.candidates(there).stream()
                .filter(one -> Place.of(search.load(one.key())).equals(place))
                .mapToDouble(one -> score(one, query))
                .findFirst()
                .orElse(Double.NaN);
    }

    private record Place(String document, int position) {

        static Place of(FoundPassage found) {
            return new Place(found.passage().document().value(), found.passage().position());
        }
    }
}
