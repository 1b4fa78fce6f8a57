package io.docent.index.lucene;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Counts words without what was removed, which Lucene counts until its segment is merged: scores are those of an index that
 * never had it. The counts of a field are made once, from all of its postings.
 */
final class LiveSearcher extends IndexSearcher {

    private final Map<String, CollectionStatistics> fields = new ConcurrentHashMap<>();

    LiveSearcher(IndexReader reader) {
        super(reader);
    }

    @Override
    public TermStatistics termStatistics(Term term, int docFreq, long totalTermFreq) throws IOException {
        if (!getIndexReader().hasDeletions()) {
            return super.termStatistics(term, docFreq, totalTermFreq);
        }
        Counts counts = new Counts();
        for (LeafReaderContext leaf : getLeafContexts()) {
            PostingsEnum postings = leaf.reader().postings(term, PostingsEnum.FREQS);
            if (postings != null) {
                counts.add(
                        postings,
                        leaf.reader().getLiveDocs(),
                        new FixedBitSet(leaf.reader().maxDoc()));
            }
        }
        // Of a term that is in removed passages alone, nothing is found.
        return new TermStatistics(term.bytes(), Math.max(1, counts.postings), Math.max(1, counts.occurrences));
    }

    @Override
    public CollectionStatistics collectionStatistics(String field) throws IOException {
        if (!getIndexReader().hasDeletions()) {
            return super.collectionStatistics(field);
        }
        CollectionStatistics known = fields.get(field);
        if (known == null) {
            known = count(field);
            fields.put(field, known);
        }
        return known;
    }

    private CollectionStatistics count(String field) throws IOException {
        Counts counts = new Counts();
        long documents = 0;
        for (LeafReaderContext leaf : getLeafContexts()) {
            Terms terms = Terms.getTerms(leaf.reader(), field);
            FixedBitSet seen = new FixedBitSet(leaf.reader().maxDoc());
            TermsEnum each = terms.iterator();
            PostingsEnum postings = null;
            while (each.next() != null) {
                postings = each.postings(postings, PostingsEnum.FREQS);
                counts.add(postings, leaf.reader().getLiveDocs(), seen);
            }
            documents += seen.cardinality();
        }
        long some = Math.max(1, documents);
        long postings = Math.max(some, counts.postings);
        return new CollectionStatistics(
                field,
                Math.max(some, getIndexReader().maxDoc()),
                some,
                Math.max(postings, counts.occurrences),
                postings);
    }

    /** How often terms stand in what is there. */
    private static final class Counts {
        private long postings;
        private long occurrences;

        void add(PostingsEnum all, @Nullable Bits live, FixedBitSet seen) throws IOException {
            for (int at = all.nextDoc(); at != DocIdSetIterator.NO_MORE_DOCS; at = all.nextDoc()) {
                if (live == null || live.get(at)) {
                    postings++;
                    occurrences += all.freq();
                    seen.set(at);
                }
            }
        }
    }
}
