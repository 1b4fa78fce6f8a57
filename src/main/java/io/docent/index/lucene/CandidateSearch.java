package io.docent.index.lucene;

import io.docent.index.Candidate;
import io.docent.index.PassageQuery;
import io.docent.index.TokenVectors;
import io.docent.index.Vectors;
import io.docent.measure.Stage;
import io.docent.measure.Stages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues.DocIndexIterator;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.VectorScorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Finds the passages nearest a query by words and by meaning, and tells both scores of each. */
final class CandidateSearch {

    /** Of those looked at, so many have the ten nearest among them as good as always. */
    private static final int LEAST_COMPARED = 150;

    private final IndexSearcher searcher;
    private final Stages stages;

    CandidateSearch(IndexSearcher searcher, Stages stages) {
        this.searcher = searcher;
        this.stages = stages;
    }

    List<Candidate> search(PassageQuery query) throws IOException {
        Query filter = WordQueries.partOf(query.documents());
        Query words = query.words().isEmpty() ? MatchNoDocsQuery.INSTANCE : WordQueries.anyOf(query.words());
        float[] embedding = query.embedding();
        NavigableSet<Integer> found = new TreeSet<>();
        add(stages.time(Stage.WORDS, () -> best(WordQueries.filtered(words, filter), query.limit())), found);
        if (embedding.length > 0) {
            add(stages.time(Stage.MEANING, () -> nearest(embedding, filter, query.limit())), found);
        }
        return score(found, words, embedding);
    }

    private List<ScoreDoc> best(Query words, int limit) throws IOException {
        return List.of(searcher.search(words, limit).scoreDocs);
    }

    /** Looks at many more than are wanted by few bits of each number, and puts the best in order by the numbers as they are. */
    private List<ScoreDoc> nearest(float[] embedding, @Nullable Query filter, int limit) throws IOException {
        ScoreDoc[] hits = new NearestVectors(searcher, Fields.VECTOR)
                .find(embedding, filter, Math.max(LEAST_COMPARED, 2 * limit));
        compare(embedding, hits);
        Arrays.sort(
                hits, Comparator.comparingDouble((ScoreDoc hit) -> -hit.score).thenComparingInt(hit -> hit.doc));
        return List.of(hits).subList(0, Math.min(limit, hits.length));
    }

    /** Gives each the score of its vector as it is. */
    private void compare(float[] embedding, ScoreDoc[] hits) throws IOException {
        Arrays.sort(hits, Comparator.comparingInt(hit -> hit.doc));
        LeafReaderContext leaf = null;
        VectorScorer exact = null;
        for (ScoreDoc hit : hits) {
            if (leaf == null
                    || exact == null
                    || hit.doc >= leaf.docBase + leaf.reader().maxDoc()) {
                leaf = searcher.getLeafContexts().get(ReaderUtil.subIndex(hit.doc, searcher.getLeafContexts()));
                exact = Objects.requireNonNull(leaf.reader().getFloatVectorValues(Fields.VECTOR))
                        .rescorer(embedding);
            }
            exact.iterator().advance(hit.doc - leaf.docBase);
            hit.score = exact.score();
        }
    }

    private static void add(List<ScoreDoc> hits, NavigableSet<Integer> found) {
        for (ScoreDoc hit : hits) {
            found.add(hit.doc);
        }
    }

    /** Both scores for all, whichever way a passage was found. */
    private List<Candidate> score(NavigableSet<Integer> found, Query words, float[] embedding) throws IOException {
        List<Candidate> candidates = new ArrayList<>(found.size());
        Weight weight = searcher.createWeight(searcher.rewrite(words), ScoreMode.COMPLETE, 1);
        for (LeafReaderContext leaf : searcher.getLeafContexts()) {
            NavigableSet<Integer> here = found.subSet(
                    leaf.docBase, true, leaf.docBase + leaf.reader().maxDoc(), false);
            if (!here.isEmpty()) {
                LeafScores scores = new LeafScores(leaf, weight, embedding);
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
        private final @Nullable FloatVectorValues vectors;
        private final @Nullable DocIndexIterator vectorAt;
        private final @Nullable BinaryDocValues tokens;
        private final float[] query;

        LeafScores(LeafReaderContext leaf, Weight weight, float[] query) throws IOException {
            this.base = leaf.docBase;
            this.words = weight.scorer(leaf);
            this.vectors = leaf.reader().getFloatVectorValues(Fields.VECTOR);
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
            // By bytes, as an index in OpenSearch has them, so that both score alike.
            return Vectors.cosine(query, Vectors.quantise(vectors.vectorValue(vectorAt.index())));
        }

        private TokenVectors tokens(int document) throws IOException {
            return tokens != null && tokens.advanceExact(document) ? tokens(tokens.binaryValue()) : TokenVectors.NONE;
        }

        private static TokenVectors tokens(BytesRef bytes) {
            return TokenVectors.of(bytes.bytes, bytes.offset, bytes.length);
        }
    }
}
