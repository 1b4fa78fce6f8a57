package io.docent.index.lucene;

import io.docent.index.SimilarTerm;
import java.io.IOException;
import java.util.ArrayList;
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

    private SimilarTerms() {}

    /** Nearest first, then the most frequent; none for a word with a digit, of which every letter counts. */
    static List<String> of(String term, IndexReader reader, int limit) throws IOException {
        Terms terms = MultiTerms.getTerms(reader, Fields.WORDS);
        if (terms == null || !SimilarTerm.mayBeMisspelt(term)) {
            return List.of();
        }
        TermsEnum near = new FuzzyTermsEnum(terms, new Term(Fields.WORDS, term), SimilarTerm.edits(term), 0, true);
        BoostAttribute nearness = near.attributes().addAttribute(BoostAttribute.class);
        List<SimilarTerm> found = new ArrayList<>();
        for (BytesRef next = near.next(); next != null; next = near.next()) {
            found.add(new SimilarTerm(next.utf8ToString(), nearness.getBoost(), near.docFreq()));
        }
        return SimilarTerm.best(term, found, limit);
    }
}
