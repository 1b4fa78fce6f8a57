package io.docent.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopKnnCollector;
import org.apache.lucene.search.VectorScorer;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VectorScanTest {

    VectorScanTest() {}

    @ParameterizedTest
    @ValueSource(ints = {64, 384, 768})
    void estimatesWhatLuceneDoesForEveryVector(int dimension) throws IOException {
        try (StoredVectorIndex index = new StoredVectorIndex(new IndexCodec(), dimension)) {
            index.add(300);
            LeafReader segment = segment(index);
            float[] vector = index.vector();

            ScoreDoc[] scanned = scan(segment, vector, null);

            assertThat(scanned).hasSize(200);
            for (ScoreDoc each : scanned) {
                assertThat(each.score).isCloseTo(lucenes(segment, vector, each.doc), within(1e-5f));
            }
        }
    }

    @Test
    void leavesOutByTheHighBitsOnlyWhatIsNoneOfTheNearest() throws IOException {
        try (StoredVectorIndex index = new StoredVectorIndex(new IndexCodec(), 384)) {
            index.add(6_000);
            LeafReader segment = segment(index);
            for (int i = 0; i < 10; i++) {
                float[] vector = index.vector();
                ScoreDoc[] all = scan(segment, vector, null, 0, 4_000, 4_000);

                assertThat(documents(scan(segment, vector, null, 0, 4_000, 20)))
                        .isEqualTo(documents(all).subList(0, 20));
            }
        }
    }

    @Test
    void aPartIsComparedAlone() throws IOException {
        try (StoredVectorIndex index = new StoredVectorIndex(new IndexCodec(), 64)) {
            index.add(300);
            LeafReader segment = segment(index);
            float[] vector = index.vector();
            List<Integer> parts = new ArrayList<>(documents(scan(segment, vector, null, 0, 70, 300)));
            parts.addAll(documents(scan(segment, vector, null, 70, 200, 300)));

            assertThat(parts).hasSize(200).containsExactlyInAnyOrderElementsOf(documents(scan(segment, vector, null)));
        }
    }

    @Test
    void findsOnlyWhatIsAccepted() throws IOException {
        try (StoredVectorIndex index = new StoredVectorIndex(new IndexCodec(), 64)) {
            index.add(300);
            Bits accepted = new Bits() {
                @Override
                public boolean get(int document) {
                    return document > 270;
                }

                @Override
                public int length() {
                    return 300;
                }
            };

            assertThat(scan(segment(index), index.vector(), accepted))
                    .hasSize(19)
                    .allMatch(each -> each.doc > 270);
        }
    }

    @Test
    void aSegmentWithoutVectorsIsNotScanned() throws IOException {
        try (StoredVectorIndex index = new StoredVectorIndex(new IndexCodec(), 64)) {
            index.add(3);

            assertThat(VectorScan.of(segment(index), "another")).isNull();
        }
    }

    @Test
    void vectorsThatFillNoWholeLongsAreNotScanned() throws IOException {
        try (StoredVectorIndex index = new StoredVectorIndex(new IndexCodec(), 100)) {
            index.add(3);

            assertThat(VectorScan.of(segment(index), StoredVectorIndex.FIELD)).isNull();
        }
    }

    @Test
    void vectorsThatAreHeldInAnotherWayAreNotScanned() throws IOException {
        try (StoredVectorIndex index = new StoredVectorIndex(Codec.getDefault(), 64)) {
            index.add(3);

            assertThat(VectorScan.of(segment(index), StoredVectorIndex.FIELD)).isNull();
        }
    }

    private static LeafReader segment(StoredVectorIndex index) throws IOException {
        return index.searcher().getLeafContexts().getFirst().reader();
    }

    private static ScoreDoc[] scan(LeafReader segment, float[] vector, @Nullable Bits accepted) throws IOException {
        return scan(segment, vector, accepted, 0, 200, segment.maxDoc());
    }

    private static ScoreDoc[] scan(
            LeafReader segment, float[] vector, @Nullable Bits accepted, int from, int to, int many)
            throws IOException {
        TopKnnCollector nearest = new TopKnnCollector(many, Integer.MAX_VALUE);
        Objects.requireNonNull(VectorScan.of(segment, StoredVectorIndex.FIELD))
                .search(vector, accepted, nearest, from, to);
        return nearest.topDocs().scoreDocs;
    }

    private static List<Integer> documents(ScoreDoc[] found) {
        return Stream.of(found).map(hit -> hit.doc).toList();
    }

    private static float lucenes(LeafReader segment, float[] vector, int document) throws IOException {
        VectorScorer scorer =
                segment.getFloatVectorValues(StoredVectorIndex.FIELD).scorer(vector);
        scorer.iterator().advance(document);
        return scorer.score();
    }
}
