package io.docent.index.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.AcceptDocs;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TaskExecutor;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopKnnCollector;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/**
 * Finds the vectors nearest one by few bits of each number: in a segment of up to {@value #MOST_SCANNED} by comparing it with
 * all, in a larger one by walking through its graph of neighbours.
 */
final class NearestVectors {

    /** docs/decisions/vectors.md has what was measured. */
    static final int MOST_SCANNED = 300_000;

    /**
     * Of n vectors, this times the root of n are looked at on a walk: it has to go farther in a larger graph to find as many
     * of the nearest.
     */
    private static final double WALKED_PAST = 4;

    private static final int MOST_WALKED_PAST = 1_500;

    /** Documents of an index from which on its segments are looked through side by side: before, handing them over takes as long. */
    private static final int LEAST_SHARED = 50_000;

    /** The JVM's own threads, of which there are fewer than cores; whoever asks takes part. */
    private static final TaskExecutor SIDE_BY_SIDE = new TaskExecutor(ForkJoinPool.commonPool());

    private static final TaskExecutor IN_TURN = new TaskExecutor(Runnable::run);

    /** What vectors are parted into, so that no core is left without work long before another. */
    private static final int PARTS = 2 * Runtime.getRuntime().availableProcessors();

    private final IndexSearcher searcher;
    private final String field;
    private final int mostScanned;
    private final int leastShared;

    NearestVectors(IndexSearcher searcher, String field) {
        this(searcher, field, MOST_SCANNED, LEAST_SHARED);
    }

    /**
     * The same with other bounds.
     *
     * @param mostScanned vectors of a segment up to which it is scanned, not walked through
     * @param leastShared documents of an index from which on its segments are looked through side by side
     */
    NearestVectors(IndexSearcher searcher, String field, int mostScanned, int leastShared) {
        this.searcher = searcher;
        this.field = field;
        this.mostScanned = mostScanned;
        this.leastShared = leastShared;
    }

    /**
     * The vectors that few bits put nearest, the nearest first.
     *
     * @param filter what may be found, or null for all
     * @param many how many are wanted
     */
    ScoreDoc[] find(float[] vector, @Nullable Query filter, int many) throws IOException {
        Weight weight = filter == null
                ? null
                : searcher.createWeight(searcher.rewrite(filter), ScoreMode.COMPLETE_NO_SCORES, 1);
        int documents = searcher.getIndexReader().maxDoc();
        boolean shared = documents >= leastShared;
        int most = shared ? Math.max(Math.ceilDiv(documents, PARTS), leastShared / 2) : Integer.MAX_VALUE;
        List<Callable<TopDocs>> parts = new ArrayList<>();
        for (LeafReaderContext leaf : searcher.getLeafContexts()) {
            AcceptDocs accepted = accepted(leaf, weight);
            if (accepted != null) {
                for (Callable<TopDocs> part : parts(leaf.reader(), vector, accepted, many, weight != null, most)) {
                    parts.add(() -> inIndex(part.call(), leaf));
                }
            }
        }
        List<ScoreDoc> found = new ArrayList<>();
        for (TopDocs part : (shared ? SIDE_BY_SIDE : IN_TURN).invokeAll(parts)) {
            found.addAll(List.of(part.scoreDocs));
        }
        found.sort(Collections.reverseOrder((one, other) -> Float.compare(one.score, other.score)));
        return found.subList(0, Math.min(many, found.size())).toArray(ScoreDoc[]::new);
    }

    /** Null where the filter lets nothing of the segment pass. */
    private static @Nullable AcceptDocs accepted(LeafReaderContext leaf, @Nullable Weight filter) throws IOException {
        LeafReader segment = leaf.reader();
        if (filter == null) {
            return AcceptDocs.fromLiveDocs(segment.getLiveDocs(), segment.maxDoc());
        }
        return filter.scorerSupplier(leaf) == null
                ? null
                : AcceptDocs.fromIteratorSupplier(
                        () -> Objects.requireNonNull(filter.scorer(leaf)).iterator(),
                        segment.getLiveDocs(),
                        segment.maxDoc());
    }

    /** One search, or of a segment that is scanned as many as leave no core without work. */
    private List<Callable<TopDocs>> parts(
            LeafReader segment, float[] vector, AcceptDocs accepted, int many, boolean filtered, int most)
            throws IOException {
        VectorScan whole = VectorScan.of(segment, field);
        if (whole == null || (!filtered && whole.size() > mostScanned)) {
            return List.of(() -> walk(segment, vector, accepted, many));
        }
        Bits bits = accepted.bits();
        int size = whole.size();
        List<Callable<TopDocs>> parts = new ArrayList<>();
        for (int from = 0; from < size; from += Math.min(most, size - from)) {
            int first = from;
            parts.add(() -> {
                KnnCollector nearest = new TopKnnCollector(many, Integer.MAX_VALUE);
                Objects.requireNonNull(VectorScan.of(segment, field))
                        .search(vector, bits, nearest, first, first + Math.min(most, size - first));
                return nearest.topDocs();
            });
        }
        return parts;
    }

    private TopDocs walk(LeafReader segment, float[] vector, AcceptDocs accepted, int many) throws IOException {
        int walkedPast = (int) Math.ceil(WALKED_PAST * Math.sqrt(segment.numDocs()));
        int wanted = Math.max(many, Math.min(walkedPast, MOST_WALKED_PAST));
        return segment.searchNearestVectors(field, vector, wanted, accepted, Integer.MAX_VALUE);
    }

    private static TopDocs inIndex(TopDocs found, LeafReaderContext leaf) {
        for (ScoreDoc hit : found.scoreDocs) {
            hit.doc += leaf.docBase;
        }
        return found;
    }
}
