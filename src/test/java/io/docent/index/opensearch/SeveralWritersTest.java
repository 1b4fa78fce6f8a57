package io.docent.index.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.docent.document.Document;
import io.docent.document.DocumentId;
import io.docent.index.FoundPassage;
import io.docent.index.IndexException;
import io.docent.index.IndexedDocument;
import io.docent.index.PassageIndex;
import io.docent.index.PassageSearch;
import io.docent.index.TermAnalyzer;
import io.docent.measure.Stages;
import io.docent.retrieval.Library;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Two processes on one index, as far as the index can tell. */
class SeveralWritersTest {

    @RegisterExtension
    static final OpenSearchCluster CLUSTER = new OpenSearchCluster();

    private static final Duration LONG = Duration.ofMinutes(10);
    private static final DocumentId A = new DocumentId("a");
    private static final int PATIENCE = 600;

    @TempDir
    private static Path data;

    private static Library library;

    private OpenSearchPassageIndex one;
    private OpenSearchPassageIndex other;

    SeveralWritersTest() {}

    @BeforeAll
    static void start() {
        library = new Library(data);
    }

    @AfterAll
    static void stop() {
        library.close();
    }

    @BeforeEach
    void open() {
        one = open("model-a", LONG);
        other = open("model-a", LONG);
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
    }

    private static OpenSearchPassageIndex open(String model, Duration lease) {
        OpenSearchSettings settings = CLUSTER.settings();
        Cluster cluster = new Cluster(settings);
        Indices indices = new Indices(cluster, settings.index(), 1, new Stamp(model, Written.DIMENSION));
        return new OpenSearchPassageIndex(
                cluster, indices, library.bean(TermAnalyzer.class), LONG, lease, Stages.untold());
    }

    /** What both see: the texts of the passages of the document a. */
    private List<String> seen() {
        List<String> texts = texts(one);
        assertThat(texts(other)).isEqualTo(texts);
        return texts;
    }

    private static List<String> texts(PassageIndex index) {
        try (PassageSearch search = index.search()) {
            return search.passagesOf(A).stream()
                    .map(FoundPassage::passage)
                    .map(passage -> passage.text())
                    .toList();
        }
    }

    private static State state() {
        try (Cluster cluster = new Cluster(CLUSTER.settings())) {
            return new Numbers(cluster, "docent-1", LONG).read();
        }
    }

    @Test
    void seesWhatTheOtherCommittedAndNothingElse() {
        Written.put(one, "a", "text");
        Written.put(other, "b", "text");
        other.commit();

        assertThat(Written.sources(one)).containsExactly("b.txt");
        one.commit();
        assertThat(Written.sources(one)).containsExactly("a.txt", "b.txt");
        assertThat(Written.sources(other)).containsExactly("a.txt", "b.txt");
        assertThat(state().open()).isEmpty();
    }

    @Test
    void ofTwoVersionsOfADocumentTheOneCommittedLaterIsSeen() {
        Written.put(one, "a", "first", "of one");
        Written.put(other, "a", "second", "of", "other");
        other.commit();
        assertThat(seen()).containsExactly("second", "of", "other");

        one.commit();

        assertThat(seen()).containsExactly("first", "of one");
        assertThat(Written.sources(other)).containsExactly("a.txt");
        try (PassageSearch search = other.search()) {
            assertThat(search.size()).isEqualTo(2);
            assertThat(search.read(A).map(Document::text)).contains("first\nof one");
        }
    }

    @Test
    void whatOneRemovedTheOtherPutsBackByALaterCommit() {
        Written.put(one, "a", "old");
        one.commit();
        Written.put(other, "a", "new");
        one.remove(A);
        one.commit();
        assertThat(seen()).isEmpty();

        other.commit();

        assertThat(seen()).containsExactly("new");
        assertThat(Written.sources(one)).containsExactly("a.txt");
    }

    @Test
    void aNewNameForWhatTheOtherReplacedMeanwhileIsLeftOut() {
        Written.put(one, "a", "old");
        one.commit();
        rename(one, "renamed.txt");
        Written.put(other, "a", "new");
        other.commit();

        one.commit();

        assertThat(seen()).containsExactly("new");
        assertThat(Written.sources(one)).containsExactly("a.txt");
    }

    @Test
    void aNewNameForWhatTheOtherRemovedMeanwhileIsLeftOut() {
        Written.put(one, "a", "old");
        one.commit();
        rename(one, "renamed.txt");
        other.remove(A);
        other.commit();

        one.commit();

        assertThat(seen()).isEmpty();
        assertThat(Written.sources(one)).isEmpty();
    }

    @Test
    void ofTwoNewNamesTheOneCommittedLaterIsSeen() {
        Written.put(one, "a", "text");
        one.commit();
        rename(one, "one.txt");
        rename(other, "other.txt");
        one.commit();
        other.commit();

        assertThat(Written.sources(one)).containsExactly("other.txt");
        assertThat(seen()).containsExactly("text");
    }

    private static void rename(PassageIndex index, String source) {
        try (PassageSearch search = index.latest()) {
            IndexedDocument record = search.document(A).orElseThrow();
            index.update(record.movedTo(source, source, record.modified()));
        }
    }

    @Test
    void neverShowsTwoVersionsHoweverManyWriteAtOnce() throws Exception {
        Set<String> texts = new HashSet<>();
        AtomicBoolean writing = new AtomicBoolean(true);
        Written.put(one, "a", "0 of 0", "0 of 0", "0 of 0");
        one.commit();
        texts.add("0 of 0");
        try (ExecutorService threads = Executors.newFixedThreadPool(5)) {
            Future<Integer> reader = threads.submit(() -> {
                int looks = 0;
                while (writing.get() || looks == 0) {
                    List<String> some = texts(looks % 2 == 0 ? one : other);
                    assertThat(some).hasSize(3);
                    assertThat(new HashSet<>(some)).hasSize(1);
                    looks++;
                }
                return looks;
            });
            List<Future<?>> writers = new ArrayList<>();
            for (int number = 1; number <= 4; number++) {
                int writer = number;
                PassageIndex index = number % 2 == 0 ? one : other;
                for (int i = 0; i < 10; i++) {
                    texts.add(writer + " of " + i);
                }
                writers.add(threads.submit(() -> {
                    for (int i = 0; i < 10; i++) {
                        String text = writer + " of " + i;
                        Written.put(index, "a", text, text, text);
                        Written.put(index, "of-" + writer + "-" + i, "text");
                        index.commit();
                    }
                }));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
            writing.set(false);
            assertThat(reader.get()).isPositive();
        }

        assertThat(seen()).hasSize(3).isSubsetOf(texts);
        try (PassageSearch search = one.search()) {
            assertThat(search.documents("", 0, 100).total()).isEqualTo(41);
            assertThat(search.size()).isEqualTo(43);
        }
        assertThat(state().open()).isEmpty();
        assertThat(state().never()).isEmpty();
    }

    @Test
    void whatADeadOneDidNotCommitIsNeverSeenAndGoesAway() throws Exception {
        String large = "x".repeat(5 << 20); // enough to be sent before the commit
        Written.put(one, "a", large, large);
        try (OpenSearchPassageIndex impatient = open("model-a", Duration.ZERO)) {
            Written.put(impatient, "b", "text");
            impatient.commit();
            assertThat(state().never()).hasSize(1);
            assertThat(Written.sources(impatient)).containsExactly("b.txt");
        }

        // It was slow, not dead, and still writes what nobody may see.
        assertThatThrownBy(one::commit)
                .isInstanceOf(IndexException.class)
                .hasMessageContaining("took this one for dead");
        assertThat(Written.sources(other)).containsExactly("b.txt");
        Written.put(one, "a", "again");
        one.commit();
        assertThat(seen()).containsExactly("again");
        try (OpenSearchPassageIndex sweeping = sweeping()) {
            for (int i = 0; i < PATIENCE && count().contains("\"count\":0,") == false; i++) {
                Written.put(sweeping, "c", "text " + i);
                sweeping.commit();
                Thread.sleep(100);
            }
        }
        assertThat(count()).contains("\"count\":0,");
        assertThat(seen()).containsExactly("again");
    }

    private static OpenSearchPassageIndex sweeping() {
        OpenSearchSettings settings = CLUSTER.settings();
        Cluster cluster = new Cluster(settings);
        Indices indices = new Indices(cluster, settings.index(), 1, new Stamp("model-a", Written.DIMENSION));
        return new OpenSearchPassageIndex(
                cluster, indices, library.bean(TermAnalyzer.class), Duration.ZERO, LONG, Stages.untold());
    }

    /** Of what was written under the number that was given up. */
    private static String count() throws Exception {
        long number = state().never().iterator().next();
        CLUSTER.node().send("POST", "/docent-1/_refresh", "");
        return CLUSTER.node().send("GET", "/docent-1/_count", "{\"query\": {\"term\": {\"from\": " + number + "}}}");
    }

    @Test
    void tellsTheOthersThatItLives() throws Exception {
        try (OpenSearchPassageIndex lively = open("model-a", Duration.ofMillis(500))) {
            Written.put(lively, "a", "text");
            Set<String> signs = new HashSet<>();
            for (int i = 0; i < PATIENCE && signs.size() < 3; i++) {
                signs.addAll(state().open().values());
                Thread.sleep(50);
            }

            assertThat(signs).hasSizeGreaterThanOrEqualTo(3);
            lively.commit();
            assertThat(seen()).containsExactly("text");
        }
    }

    @Test
    void answersFromTheNewIndexOnceTheOtherRetiredTheOldOne() {
        Written.put(one, "a", "text");
        one.commit();
        try (OpenSearchPassageIndex first = open("model-b", LONG);
                OpenSearchPassageIndex second = open("model-b", LONG)) {
            Written.put(first, "b", "text");
            first.commit();
            assertThat(Written.sources(second)).containsExactly("a.txt");

            first.retireOutdated();

            assertThat(Written.sources(second)).containsExactly("b.txt");
            assertThat(second.isOutdated()).isFalse();
            Written.put(second, "c", "text");
            second.commit();
            assertThat(Written.sources(first)).containsExactly("b.txt", "c.txt");
        }
    }
}
