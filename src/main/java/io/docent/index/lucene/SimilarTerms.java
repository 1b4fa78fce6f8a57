package io.docent.index.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BoostAttribute;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.util.BytesRef;

/** Words of the index that are a slip of the finger away from another. */
final class SimilarTerms {

    /** Of a shorter word, one letter is too much of it to guess. */
    private static final int SHORTEST = 4;

    private static final int LONG = 8;

    private SimilarTerms() {}

    /** Nearest first, then the most frequent; none for a word with a digit, of which every letter counts. */
    static List<String> of(String term, IndexReader reader, int limit) throws IOException {
        int letters = term.codePointCount(0, term.length());
        Terms terms = MultiTerms.getTerms(reader, Fields.WORDS);
        if (terms == null || letters < SHORTEST || !term.codePoints().allMatch(Character::isLetter)) {
            return List.of();
        }
        int edits = letters < LONG ? 1 : 2;
        TermsEnum near = new FuzzyTermsEnum(terms, new Term(Fields.WORDS, term), edits, 0, true);
        BoostAttribute nearness = near.attributes().addAttribute(BoostAttribute.class);
        List<Near> found = new ArrayList<>();
        for (BytesRef next = near.next(); next != null; next = near.next()) {
            found.add(new Near(next.utf8ToString(), nearness.getBoost(), near.docFreq()));
        }
        found.sort(Comparator.comparingDouble(Near::nearness)
                .thenComparingInt(Near::frequency)
                .reversed());
        return found.stream()
                .filter(one -> !one.term().equals(term))
                .limit(limit)
                .map(Near::term)
                .toList();
    }

    private record Near(String term, float nearness, int frequency) {}
}
