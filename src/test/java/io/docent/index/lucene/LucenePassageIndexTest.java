package io.docent.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.docent.document.DocumentId;
import io.docent.index.Candidate;
import io.docent.index.IndexException;
import io.docent.index.PassageIndex;
import io.docent.index.PassageIndexContract;
import io.docent.index.PassageQuery;
import io.docent.index.PassageSearch;
import io.docent.index.QueryTerm;
import io.docent.measure.Stages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LucenePassageIndexTest extends PassageIndexContract {

    @TempDir
    private Path data;

    private LucenePassageIndex index;

    LucenePassageIndexTest() {}

    @BeforeEach
    void open() {
        index = open("model-a");
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    private LucenePassageIndex open(String model) {
        return new LucenePassageIndex(new IndexFolders(data, model, 384), new LuceneTermAnalyzer(), Stages.untold());
    }

    @Override
    protected PassageIndex index() {
        return index;
    }

    @Test
    void whatIsReadForAnotherIndexIsCountedWithoutWhatWasRemovedAndNotChanged() throws IOException {
        List<Double> alone = scoresAmongWhatIsRemoved();
        Set<Path> files = files();

        try (LuceneEmbeddedIndex embedded =
                new LuceneEmbeddedIndex(new IndexFolders(data, "model-a", 384), Stages.untold())) {
            assertThat(scores(embedded.search())).isEqualTo(alone);
        }
        assertThat(files()).isEqualTo(files);
    }

    @Test
    void countsWordsAsIfWhatIsGoneHadNeverBeenOncePurged() throws IOException {
        List<Double> alone = scoresAmongWhatIsRemoved();

        index.purge();

        assertThat(scores(index)).isEqualTo(alone);
    }

    /** Scores as they were before something was put beside and removed again, which the index still counts. */
    private List<Double> scoresAmongWhatIsRemoved() {
        putMissileAmongCats();
        index.commit();
        List<Double> alone = scores(index);
        index.remove(new DocumentId("a"));
        for (int i = 0; i < 20; i++) {
            index.remove(new DocumentId("cats-" + i));
        }
        putMissileAmongCats();
        put("c", "Missile after missile after missile");
        index.commit();
        index.remove(new DocumentId("c"));
        index.commit();
        assertThat(scores(index)).isNotEqualTo(alone);
        return alone;
    }

    /** So many that Lucene does not merge for the sake of one that is removed. */
    private void putMissileAmongCats() {
        put("a", "The missile flew over the sea");
        for (int i = 0; i < 20; i++) {
            put("cats-" + i, "Cats sleep");
        }
    }

    @Test
    void anIndexOfAnotherModelIsNotReadForAnotherIndexAndStaysAsItIs() throws IOException {
        put("a", "The missile flew over the sea");
        index.commit();
        Set<Path> files = files();

        try (LuceneEmbeddedIndex embedded =
                new LuceneEmbeddedIndex(new IndexFolders(data, "model-b", 384), Stages.untold())) {
            assertThatThrownBy(embedded::search)
                    .isInstanceOf(IndexException.class)
                    .hasMessageContaining("was made by another embedding model");
        }
        assertThat(files()).isEqualTo(files);
    }

    private Set<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            return files.collect(Collectors.toSet());
        }
    }

    private static List<Double> scores(PassageIndex of) {
        return scores(of.search());
    }

    private static List<Double> scores(PassageSearch search) {
        try (search) {
            QueryTerm missile = new QueryTerm("missile", Set.of("missil"), 1);
            return search.candidates(new PassageQuery(List.of(missile), new float[0], Set.of(), 10)).stream()
                    .map(Candidate::words)
                    .toList();
        }
    }

    @Test
    void hasAfterAReopenWhatWasCommitted() throws IOException {
        put("a");
        index.commit();
        index.close();
        index = open("model-a");

        assertThat(documents()).isEqualTo(1);
        assertThat(index.isOutdated()).isFalse();
    }

    @Test
    void staysOpenWhereTheThreadThatWritesIsInterrupted() {
        Thread.currentThread().interrupt();
        put("a");
        index.commit();
        boolean told = Thread.interrupted();
        put("b");
        index.commit();

        assertThat(told).isTrue();
        assertThat(documents()).isEqualTo(2);
    }

    @Test
    void answersFromTheIndexOfAnotherModelByWordsAloneUntilItIsRetired() throws IOException {
        put("a");
        index.commit();
        index.close();

        index = open("model-b");

        assertThat(index.isOutdated()).isTrue();
        try (PassageSearch search = index.search()) {
            var query =
                    new PassageQuery(List.of(new QueryTerm("text", Set.of("text"), 1)), new float[384], Set.of(), 5);
            assertThat(search.candidates(query))
                    .hasSize(1)
                    .allSatisfy(one -> assertThat(one.meaning()).isZero());
        }
        try (PassageSearch latest = index.latest()) {
            assertThat(latest.documents("", 0, 1).total()).isZero();
        }
        index.retireOutdated();
        assertThat(index.isOutdated()).isFalse();
        assertThat(documents()).isZero();
        assertThat(data.resolve("index-outdated")).doesNotExist();
    }

    @Test
    void goesOnMakingAnewWhatAnInterruptionLeft() throws IOException {
        put("a");
        index.commit();
        index.close();
        index = open("model-b");
        put("a");
        index.commit();
        index.close();

        index = open("model-b");

        assertThat(index.isOutdated()).isTrue();
        try (PassageSearch latest = index.latest()) {
            assertThat(latest.documents("", 0, 1).total()).isEqualTo(1);
        }
    }

    @Test
    void keepsTheWholeIndexWhereTheModelChangesAgainInBetween() throws IOException {
        put("a");
        put("b");
        index.commit();
        index.close();
        index = open("model-b");
        put("a");
        index.commit();
        index.close();

        index = open("model-c");

        assertThat(documents()).isEqualTo(2);
    }

    @Test
    void setsADamagedIndexAside() throws IOException {
        put("a");
        index.commit();
        index.close();
        try (Stream<Path> files = Files.list(data.resolve("index"))) {
            for (Path file : files.filter(one -> !one.endsWith("write.lock")).toList()) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }

        index = open("model-a");

        assertThat(documents()).isZero();
        try (Stream<Path> folders = Files.list(data)) {
            assertThat(folders.map(folder -> folder.getFileName().toString()))
                    .anyMatch(name -> name.startsWith("index-damaged-"));
        }
    }

    private long documents() {
        try (PassageSearch search = index.search()) {
            return search.documents("", 0, 1).total();
        }
    }

    private void put(String id) {
        put(id, "text of " + id);
    }

    private void put(String id, String text) {
        IndexedTexts.put(index, id, text, new float[384]);
    }
}
