package io.docent.index.lucene;

import io.docent.index.Candidate;
import io.docent.index.PassageQuery;
import io.docent.index.TokenVectors;
import io.docent.index.Vectors;
import io.docent.measure.Stage;
import io.docent.measure.Stages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.KnnVectorValues.DocIndexIterator;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnByteVectorQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Finds the passages nearest a query by words and by meaning, and tells both scores of each. */
final class CandidateSearch {

    private final IndexSearcher searcher;
    private final Stages stages;

    CandidateSearch(IndexSearcher searcher, Stages stages) {
        this.searcher = searcher;
        this.stages = stages;
    }

    List<Candidate> search(PassageQuery query) throws IOException {
        Query filter = WordQueries.partOf(query.documents());
        Query words = query.words().isEmpty() ? MatchNoDocsQuery.INSTANCE : WordQueries.anyOf(query.words());
        byte[] vector = Vectors.quantise(query.embedding());
        NavigableSet<Integer> found = new TreeSet<>();
        add(stages.time(Stage.WORDS, () -> searcher.search(WordQueries.filtered(words, filter), query.limit())), found);
        if (vector.length > 0) {
            Query nearest = new KnnByteVectorQuery(Fields.VECTOR, vector, query.limit(), filter);
            add(stages.time(Stage.MEANING, () -> searcher.search(nearest, query.limit())), found);
        }
        return score(found, words, vector);
    }

    private static void add(TopDocs hits, NavigableSet<Integer> found) {
        for (ScoreDoc hit : hits.scoreDocs) {
            found.add(hit.doc);
        }
    }

    /** Both scores for all, whichever way a passage was found. */
    private List<Candidate> score(NavigableSet<Integer> found, Query words, byte[] vector) throws IOException {
        List<Candidate> candidates = new ArrayList<>(found.size());
        Weight weight = searcher.createWeight(searcher.rewrite(words), ScoreMode.COMPLETE, 1);
        for (LeafReaderContext leaf : searcher.getLeafContexts()) {
            NavigableSet<Integer> here = found.subSet(
                    leaf.docBase, true, leaf.docBase + leaf.reader().maxDoc(), false);
            if (!here.isEmpty()) {
                LeafScores scores = new LeafScores(leaf, weight, vector);
                for (int document : here) {
                    candidates.add(scores.of(document));
                }
            }
        }
        return candidates;
    }

    /** The scores of passages in one segment, asked for in ascending order. */
    private static final class LeafScores {
        private final int base;
        private final @Nullable Scorer words;
        private final @Nullable ByteVectorValues vectors;
        private final @Nullable DocIndexIterator vectorAt;
        private final @Nullable BinaryDocValues tokens;
        private final byte[] query;

        LeafScores(LeafReaderContext leaf, Weight weight, byte[] query) throws IOException {
            this.base = leaf.docBase;
            this.words = weight.scorer(leaf);
            this.vectors = leaf.reader().getByteVectorValues(Fields.VECTOR);
            this.vectorAt = vectors == null ? null : vectors.iterator();
            this.tokens = leaf.reader().getBinaryDocValues(Fields.TOKENS);
            this.query = query;
        }

        Candidate of(int key) throws IOException {
            int document = key - base;
            return new Candidate(key, words(document), meaning(document), tokens(document));
        }

        private double words(int document) throws IOException {
            if (words == null) {
                return 0;
            }
            int at = words.docID();
            if (at < document) {
                at = words.iterator().advance(document);
            }
            return at == document ? words.score() : 0;
        }

        private double meaning(int document) throws IOException {
            if (query.length == 0 || vectors == null || vectorAt == null || vectorAt.advance(document) != document) {
                return 0;
            }
            return Vectors.cosine(query, vectors.vectorValue(vectorAt.index()));
        }

        private TokenVectors tokens(int document) throws IOException {
            return tokens != null && tokens.advanceExact(document) ? tokens(tokens.binaryValue()) : TokenVectors.NONE;
        }

        private static TokenVectors tokens(BytesRef bytes) {
            return TokenVectors.of(bytes.bytes, bytes.offset, bytes.length);
        }
    }
}
