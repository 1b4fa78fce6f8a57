package io.docent.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.codecs.hnsw.HnswGraphProvider;
import org.apache.lucene.codecs.perfield.PerFieldKnnVectorsFormat;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues.DocIndexIterator;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NearestVectorsTest {

    private static final int SMALL = 100;

    /** Bounds from which on segments are looked through side by side. */
    private static final int SIDE_BY_SIDE = 1;

    private static final int ALONE = Integer.MAX_VALUE;

    NearestVectorsTest() {}

    @Test
    void smallSegmentsHaveNoGraphAndAreScanned() throws IOException {
        try (StoredVectorIndex index = new StoredVectorIndex(new IndexCodec(), 64)) {
            index.add(1_000);
            index.add(100);

            assertThat(hasGraph(index.searcher())).isFalse();
            assertFindsTheNearest(index, NearestVectors.MOST_SCANNED);
        }
    }

    @Test
    void aLargeSegmentIsWalkedThrough() throws IOException {
        try (StoredVectorIndex index = new StoredVectorIndex(new IndexCodec(SMALL), 64)) {
            index.add(1_000);
            index.add(50);

            assertThat(hasGraph(index.searcher())).isTrue();
            assertFindsTheNearest(index, SMALL);
        }
    }

    @Test
    void vectorsThatCannotBeScannedAreFoundByLucene() throws IOException {
        try (StoredVectorIndex index = new StoredVectorIndex(new IndexCodec(), 100)) {
            index.add(600);

            assertFindsTheNearest(index, NearestVectors.MOST_SCANNED);
        }
    }

    private static void assertFindsTheNearest(StoredVectorIndex index, int mostScanned) throws IOException {
        IndexSearcher searcher = index.searcher();
        float[] vector = index.vector();

        List<Integer> found = found(nearest(searcher, mostScanned, ALONE), vector, null, 200);

        assertThat(found).containsAll(exact(searcher, vector, 10));
        assertThat(found(nearest(searcher, mostScanned, SIDE_BY_SIDE), vector, null, 200))
                .isEqualTo(found);
    }

    @Test
    void whatIsRemovedIsNotFound() throws IOException {
        try (StoredVectorIndex index = new StoredVectorIndex(new IndexCodec(SMALL), 64)) {
            index.add(300);
            float[] vector = index.vector();
            int nearest = exact(index.searcher(), vector, 1).getFirst();
            index.remove(nearest);
            IndexSearcher searcher = index.searcher();

            for (int mostScanned : new int[] {SMALL, 1_000}) {
                assertThat(found(nearest(searcher, mostScanned, ALONE), vector, null, 100))
                        .hasSize(100)
                        .doesNotContain(nearest);
            }
        }
    }

    @Test
    void onlyWhatTheFilterLetsPassIsFoundHoweverLargeTheSegment() throws IOException {
        try (StoredVectorIndex index = new StoredVectorIndex(new IndexCodec(SMALL), 64)) {
            index.add(1_000);
            index.add(300);
            index.remove(4);
            Query some = new TermInSetQuery(
                    StoredVectorIndex.NAME,
                    Stream.of("3", "4", "5", "900").map(BytesRef::new).toList());

            for (int mostScanned : new int[] {SMALL, 10_000}) {
                assertThat(found(nearest(index.searcher(), mostScanned, SIDE_BY_SIDE), index.vector(), some, 100))
                        .containsExactlyInAnyOrder(3, 900);
            }
        }
    }

    private static NearestVectors nearest(IndexSearcher searcher, int mostScanned, int leastShared) {
        return new NearestVectors(searcher, StoredVectorIndex.FIELD, mostScanned, leastShared);
    }

    private static List<Integer> found(NearestVectors nearest, float[] vector, @Nullable Query filter, int many)
            throws IOException {
        return Stream.of(nearest.find(vector, filter, many)).map(hit -> hit.doc).toList();
    }

    private static List<Integer> exact(IndexSearcher searcher, float[] vector, int many) throws IOException {
        List<ScoreDoc> all = new ArrayList<>();
        for (LeafReaderContext leaf : searcher.getLeafContexts()) {
            FloatVectorValues values = leaf.reader().getFloatVectorValues(StoredVectorIndex.FIELD);
            DocIndexIterator each = values.iterator();
            while (each.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                float product = 0;
                float[] other = values.vectorValue(each.index());
                for (int i = 0; i < vector.length; i++) {
                    product += vector[i] * other[i];
                }
                all.add(new ScoreDoc(leaf.docBase + each.docID(), product));
            }
        }
        return all.stream()
                .sorted(Comparator.comparingDouble(each -> -each.score))
                .limit(many)
                .map(each -> each.doc)
                .toList();
    }

    private static boolean hasGraph(IndexSearcher searcher) throws IOException {
        CodecReader segment =
                (CodecReader) searcher.getLeafContexts().getFirst().reader();
        PerFieldKnnVectorsFormat.FieldsReader fields =
                (PerFieldKnnVectorsFormat.FieldsReader) segment.getVectorReader();
        return ((HnswGraphProvider) fields.getFieldReader(StoredVectorIndex.FIELD))
                        .getGraph(StoredVectorIndex.FIELD)
                        .size()
                > 0;
    }
}
