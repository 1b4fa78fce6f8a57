package io.docent.index.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.docent.document.DocumentId;
import io.docent.index.Candidate;
import io.docent.index.IndexException;
import io.docent.index.PassageIndex;
import io.docent.index.PassageIndexContract;
import io.docent.index.PassageQuery;
import io.docent.index.PassageSearch;
import io.docent.index.QueryTerm;
import io.docent.index.TermAnalyzer;
import io.docent.measure.Stages;
import io.docent.retrieval.Library;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenSearchPassageIndexTest extends PassageIndexContract {

    @RegisterExtension
    static final OpenSearchCluster CLUSTER = new OpenSearchCluster();

    private static final Duration SOON = Duration.ofMinutes(2);
    private static final int PATIENCE = 300;

    @TempDir
    private static Path data;

    /** With the embedded index, to compare with. */
    private static Library library;

    private OpenSearchPassageIndex index;

    OpenSearchPassageIndexTest() {}

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
        index = open("model-a", 1, SOON);
    }

    @AfterEach
    void close() {
        index.close();
    }

    private static OpenSearchPassageIndex open(String model, int shards, Duration sweepAfter) {
        return open(CLUSTER.settings(), model, shards, sweepAfter);
    }

    private static OpenSearchPassageIndex open(
            OpenSearchSettings settings, String model, int shards, Duration sweepAfter) {
        Cluster cluster = new Cluster(settings);
        Indices indices = new Indices(cluster, settings.index(), shards, new Stamp(model, Written.DIMENSION));
        return new OpenSearchPassageIndex(
                cluster, indices, library.bean(TermAnalyzer.class), sweepAfter, SOON, Stages.untold());
    }

    @Override
    protected PassageIndex index() {
        return index;
    }

    @Test
    void isNotMadeWhereTheStoreIsAnother() {
        ApplicationContext context = library.bean(ApplicationContext.class);
        assertThat(context.containsBean(OpenSearchPassageIndex.class)).isFalse();
        assertThat(context.containsBean(OpenSearchIndexes.class)).isFalse();
    }

    @Test
    void hasAfterAReopenWhatWasCommittedAndNothingElse() {
        Written.put(index, "a", "committed");
        index.commit();
        Written.put(index, "a", "x".repeat(5 << 20)); // enough to be sent before the commit
        Written.put(index, "b", "y".repeat(5 << 20));

        try (OpenSearchPassageIndex again = open("model-a", 1, SOON)) {
            Written.put(again, "c", "new");
            again.commit();

            assertThat(Written.sources(again)).containsExactly("a.txt", "c.txt");
            assertThat(again.isOutdated()).isFalse();
            try (PassageSearch search = again.search()) {
                assertThat(search.size()).isEqualTo(2);
            }
        }
    }

    @Test
    void answersFromTheIndexOfAnotherModelByWordsAloneUntilItIsRetired() throws Exception {
        Written.put(index, "a", "some text");
        index.commit();

        try (OpenSearchPassageIndex other = open("model-b", 1, SOON)) {
            assertThat(other.isOutdated()).isTrue();
            assertThat(Written.found(other, query("text", 5)).values())
                    .hasSize(1)
                    .allSatisfy(one -> assertThat(one.meaning()).isZero());
            try (PassageSearch latest = other.latest()) {
                assertThat(latest.documents("", 0, 1).total()).isZero();
            }
            Written.put(other, "b", "text of the other model");
            other.commit();
            assertThat(Written.sources(other)).containsExactly("a.txt");

            other.retireOutdated();

            assertThat(other.isOutdated()).isFalse();
            assertThat(Written.sources(other)).containsExactly("b.txt");
            assertThat(CLUSTER.node().send("GET", "/_cat/indices/docent-*?h=index", ""))
                    .isEqualToIgnoringWhitespace("docent-2");
            assertThat(CLUSTER.node().send("GET", "/_cat/aliases/docent?h=index", ""))
                    .isEqualToIgnoringWhitespace("docent-2");
        }
        try (OpenSearchPassageIndex again = open("model-b", 1, SOON)) {
            assertThat(Written.sources(again)).containsExactly("b.txt");
        }
    }

    @Test
    void goesOnMakingAnewWhatAnInterruptionLeft() {
        Written.put(index, "a", "some text");
        index.commit();
        try (OpenSearchPassageIndex other = open("model-b", 1, SOON)) {
            Written.put(other, "b", "text");
            other.commit();
        }

        try (OpenSearchPassageIndex again = open("model-b", 1, SOON);
                PassageSearch latest = again.latest()) {
            assertThat(again.isOutdated()).isTrue();
            assertThat(latest.documents("", 0, 1).total()).isEqualTo(1);
        }
    }

    @Test
    void deletesWhatNobodySeesAnyMore() throws Exception {
        index.close();
        index = open("model-a", 1, Duration.ZERO);
        for (String text : List.of("one", "two", "three")) {
            Written.put(index, "a", text, text + " again");
            index.commit();
        }

        // Two passages, content, record, and the state of the index.
        String count = "";
        for (int i = 0; i < PATIENCE && !count.contains("\"count\":5,"); i++) {
            Thread.sleep(100);
            count = CLUSTER.node().send("GET", "/docent-1/_count", "");
        }
        assertThat(count).contains("\"count\":5,");
        Written.put(index, "b", "another");
        index.commit();
        assertThat(CLUSTER.node().send("GET", "/docent-1/_doc/state", "")).contains("\"superseded\":[]");
        assertThat(Written.sources(index)).containsExactly("a.txt", "b.txt");
    }

    @Test
    void putsTwiceOrTakesBackBeforeACommit() {
        Written.put(index, "a", "one", "two", "three");
        Written.put(index, "a", "only");
        Written.put(index, "b", "never");
        index.remove(new DocumentId("b"));
        index.commit();

        assertThat(Written.sources(index)).containsExactly("a.txt");
        try (PassageSearch search = index.search()) {
            assertThat(search.size()).isEqualTo(1);
        }
    }

    @Test
    void aRefusedWriteLosesNothingThatWasCommitted() throws Exception {
        Written.put(index, "a", "committed");
        index.commit();
        Written.put(index, "b", "refused");
        block(true);

        assertThatThrownBy(index::commit)
                .isInstanceOf(IndexException.class)
                .hasMessageContaining("may not be written")
                .hasMessageContaining("index.blocks");

        assertThat(Written.sources(index)).containsExactly("a.txt");
        block(false);
        Written.put(index, "c", "taken");
        index.commit();
        assertThat(Written.sources(index)).containsExactly("a.txt", "c.txt");
    }

    private static void block(boolean on) throws IOException, InterruptedException {
        CLUSTER.node().send("PUT", "/docent-1/_settings", "{\"index.blocks.write\": " + on + "}");
    }

    @Test
    void tellsThatTheIndexWasDeleted() throws Exception {
        CLUSTER.node().send("DELETE", "/docent-1", "");

        assertThatThrownBy(() -> index.search())
                .isInstanceOf(IndexException.class)
                .hasMessageContaining("the index is not there any more");
    }

    @Test
    void oneOfSeveralHostsIsEnough() {
        OpenSearchSettings settings =
                OpenSearchCluster.settings("http://127.0.0.1:1", CLUSTER.node().address());
        Written.put(index, "a", "text");
        index.commit();

        try (OpenSearchPassageIndex other = open(settings, "model-a", 1, SOON)) {
            for (int i = 0; i < 5; i++) {
                assertThat(Written.sources(other)).containsExactly("a.txt");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void scoresAsTheEmbeddedIndexDoes(int shards) throws Exception {
        index.close();
        CLUSTER.node().send("DELETE", "/docent-1", "");
        index = open("model-a", shards, SOON);
        PassageIndex embedded = library.bean(PassageIndex.class);
        for (PassageIndex each : List.of(index, embedded)) {
            for (int i = 0; i < 40; i++) {
                String text = "The missile " + "flew ".repeat(i % 4) + "over C++ and PPR-90" + i % 3 + " at no. " + i;
                Written.put(each, "doc" + i, text, "Naïve cats sleep " + i + " hours");
            }
            each.commit();
        }

        for (PassageQuery query : List.of(query("missil flew", 100), query("c++", 100), query("naiv titl", 100))) {
            Map<String, Candidate> theirs = Written.found(embedded, query);
            Map<String, Candidate> ours = Written.found(index, query);

            assertThat(ours).hasSize(80).containsOnlyKeys(theirs.keySet());
            theirs.forEach((text, candidate) -> {
                Candidate own = Objects.requireNonNull(ours.get(text));
                assertThat(own.words()).isEqualTo(candidate.words(), within(1e-4));
                assertThat(own.meaning()).isEqualTo(candidate.meaning(), within(1e-9));
            });
        }
        PassageQuery few = new PassageQuery(List.of(), Written.vector("one of them"), Set.of(), 5);
        assertThat(Written.found(index, few))
                .hasSize(5)
                .containsOnlyKeys(Written.found(embedded, few).keySet());
    }

    /** Terms that are searched for, all of one word, together with the meaning of "one of them". */
    private static PassageQuery query(String terms, int limit) {
        QueryTerm word = new QueryTerm(terms, Set.of(terms.split(" ")), 0.7);
        return new PassageQuery(List.of(word), Written.vector("one of them"), Set.of(), limit);
    }
}
