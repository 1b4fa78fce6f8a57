package io.docent.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import io.docent.index.PassageQuery;
import io.docent.index.PassageSearch;
import io.docent.measure.Stages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index that is put together into one segment, and what is found in it. */
class LuceneSettlingTest {

    @TempDir
    private Path data;

    private LucenePassageIndex index;

    LuceneSettlingTest() {}

    @BeforeEach
    void open() {
        index = new LucenePassageIndex(
                new IndexFolders(data, "model-a", 384), new LuceneTermAnalyzer(), Stages.untold());
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    @Test
    void isOneSegmentOnceItIsSettled() throws Exception {
        for (int i = 0; i < 800; i++) {
            put("document" + i);
            if (i % 100 == 99) {
                index.commit();
            }
        }
        int before = segments();

        index.settle();

        assertThat(before).isGreaterThan(1);
        assertThat(segments()).isEqualTo(1);
        assertThat(documents()).isEqualTo(800);
    }

    @Test
    void isLeftAsItIsWhereLittleWasAddedSinceItWasSettled() throws Exception {
        for (int i = 0; i < 800; i++) {
            put("document" + i);
        }
        index.commit();
        index.settle();
        put("one-more");
        index.commit();
        int before = segments();

        index.settle();

        assertThat(before).isEqualTo(2);
        assertThat(segments()).isEqualTo(2);
    }

    @Test
    void whatCannotBeSettledIsSearchedAsItIs() throws Exception {
        put("document");
        index.commit();
        index.close();

        index.settle();

        open();
        assertThat(documents()).isEqualTo(1);
    }

    private int segments() throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(FSDirectory.open(data.resolve("index")))) {
            return reader.leaves().size();
        }
    }

    @Test
    void findsTheNearestOfManyThatAreAboutEquallyFar() throws Exception {
        Random random = new Random(1);
        List<float[]> vectors =
                Stream.generate(() -> direction(random)).limit(4_000).toList();
        for (int i = 0; i < vectors.size(); i++) {
            IndexedTexts.put(index, "document-" + i, "text " + i, vectors.get(i));
        }
        index.commit();
        index.settle();

        int found = 0;
        for (int i = 0; i < 20; i++) {
            float[] question = direction(random);
            Set<String> nearest = IntStream.range(0, vectors.size())
                    .boxed()
                    .sorted(Comparator.comparingDouble(one -> -dot(vectors.get(one), question)))
                    .limit(10)
                    .map(one -> "document-" + one)
                    .collect(Collectors.toSet());
            try (PassageSearch search = index.search()) {
                found += (int) search.candidates(new PassageQuery(List.of(), question, Set.of(), 10)).stream()
                        .map(candidate ->
                                search.load(candidate.key()).document().id().value())
                        .filter(nearest::contains)
                        .count();
            }
        }
        assertThat(found).isGreaterThanOrEqualTo(195);
    }

    private static float[] direction(Random random) {
        float[] numbers = new float[384];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        float length = (float) Math.sqrt(dot(numbers, numbers));
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] /= length;
        }
        return numbers;
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private long documents() {
        try (PassageSearch search = index.search()) {
            return search.documents("", 0, 1).total();
        }
    }

    private void put(String id) {
        IndexedTexts.put(index, id, "text of " + id, new float[384]);
    }
}
