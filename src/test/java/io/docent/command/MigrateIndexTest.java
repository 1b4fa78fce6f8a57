package io.docent.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.docent.HttpService;
import io.docent.index.opensearch.OpenSearchCluster;
import io.docent.migration.Interrupted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code docent migrate --only index}, as it is typed, to one node. */
class MigrateIndexTest {

    @RegisterExtension
    static final OpenSearchCluster CLUSTER = new OpenSearchCluster();

    @TempDir
    private static Path place;

    private static MovedHouse house;

    @BeforeAll
    static void make() throws IOException {
        house = MovedHouse.make(place);
    }

    private static Map<String, Object> settings(String... more) {
        Map<String, Object> settings =
                new HashMap<>(Map.of("docent.index.store", "opensearch", "docent.opensearch.hosts", CLUSTER.address()));
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        return settings;
    }

    private static Typed migrate(String... more) {
        return house.migrate(settings(more), "--only", "index");
    }

    private static void isRefused(Typed typed, int code, String reason) {
        assertThat(typed.code()).as(typed.out() + typed.err()).isEqualTo(code);
        assertThat(typed.err()).contains(reason).doesNotContain("\tat ").doesNotContain("Exception");
        assertThat(typed.err().lines()).hasSize(1);
    }

    @Test
    void movesAnIndexThatHasItsPastWithoutEmbeddingOrChangingAnything() throws IOException {
        Set<String> before = files();

        Typed typed = migrate();

        assertThat(typed.code()).as(typed.out() + typed.err()).isZero();
        assertThat(typed.out())
                .contains("6 documents and ", "the text and passages of 6, 12 searches", "All is there alike.")
                .contains("originals of uploads");
        assertThat(files()).isEqualTo(before);
        house.checkThatNothingIsMissing(settings());
        house.checkThatNothingIsMissing(Map.of());
    }

    /** Of index and history; the others are of whoever holds the folder. */
    private static Set<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(house.data())) {
            return files.map(house.data()::relativize)
                    .map(Path::toString)
                    .filter(file ->
                            file.startsWith("index") || file.startsWith("history") || file.startsWith("uploads"))
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void whatWasInterruptedGoesOnAndIsThereOnce() throws Exception {
        Interrupted.copying(house.data(), settings(), 4);

        Typed again = migrate();
        Typed oncemore = migrate();

        assertThat(again.code()).as(again.out() + again.err()).isZero();
        assertThat(oncemore.code()).as(oncemore.out() + oncemore.err()).isZero();
        assertThat(oncemore.out()).isEqualTo(again.out());
        assertThat(CLUSTER.send("GET", "/docent-1/_count", """
                {"query": {"exists": {"field": "source"}}}""")).contains("\"count\":6,");
    }

    @Test
    void saysWhatDiffers() throws Exception {
        assertThat(migrate().code()).isZero();
        String changed = CLUSTER.send("POST", "/docent-1/_update_by_query?refresh=true", """
                {"script": {"source": "ctx._source.text = ctx._source.text + '!'"},
                 "query": {"bool": {"filter": [{"exists": {"field": "document"}}],
                                    "must_not": [{"exists": {"field": "position"}}, {"exists": {"field": "source"}}]}}}""");
        assertThat(changed).as(changed).contains("\"updated\":6");

        Typed typed = migrate();

        assertThat(typed.code()).as(typed.out() + typed.err()).isEqualTo(ExitCode.NOT_WELL);
        assertThat(typed.err()).contains("Differs: the text of the document company.md (");
        assertThat(typed.out()).contains("The copy differs.").doesNotContain("All is there alike");
    }

    @Test
    void refusesWhereEitherSideIsNotSet() {
        isRefused(
                house.migrate(Map.of()),
                ExitCode.WRONG,
                "docent.index.store is not opensearch; set DOCENT_INDEX_STORE=opensearch");
        isRefused(house.migrate(settings()), ExitCode.WRONG, "datasources.default.url names no PostgreSQL");
        isRefused(
                house.migrate(settings(), "--data", place.resolve("none").toString()),
                ExitCode.WRONG,
                "there is no data folder");
        isRefused(migrate("docent.opensearch.hosts", ""), ExitCode.WRONG, "docent.opensearch.hosts is not set");
    }

    @Test
    void refusesADataFolderWithoutAnIndexOrWithOneOfAnotherModel() throws IOException {
        Path empty = Files.createDirectories(place.resolve("empty"));

        isRefused(
                house.migrate(settings(), "--only", "index", "--data", empty.toString()),
                ExitCode.WRONG,
                "there is no index in ");
        isRefused(
                migrate("docent.embedding.model", "all-minilm-l6-v2"),
                ExitCode.WRONG,
                "was made by another embedding model than docent.embedding.model");
    }

    @Test
    void refusesADataFolderThatADocentHas() throws IOException {
        try (HttpService service = new HttpService(house.folder(), house.data(), Map.of())) {
            assertThat(service.port()).isPositive();

            isRefused(migrate(), ExitCode.WRONG, " is in use by another process; stop that one");
        }
    }

    @Test
    void refusesAnIndexOfAnotherModelOrWithOtherDocuments() throws Exception {
        CLUSTER.send("PUT", "/docent-1", """
                {"mappings": {"_meta": {"model": "another", "dimension": 384, "format": 2}}}""");

        isRefused(migrate(), ExitCode.WRONG, "the index docent-1 in OpenSearch was made by another, which is another");
        assertThat(CLUSTER.send("GET", "/_cat/indices/docent-*?h=index", "")).isEqualTo("docent-1\n");

        CLUSTER.send("DELETE", "/docent-1", "");
        Path others = Files.createDirectories(place.resolve("others"));
        Files.writeString(others.resolve("notes.md"), "# Notes\n\nNobody has read this.\n");
        try (HttpService service = new HttpService(others, place.resolve("other-data"), settings())) {
            assertThat(service.api()
                            .get("/api/documents")
                            .json(200)
                            .get("total")
                            .number())
                    .isEqualTo(1);
        }
        isRefused(migrate(), ExitCode.WRONG, "has documents that are not of this data folder, or other versions");
    }

    @Test
    void saysThatTheClusterIsAwayRedOrReadOnly() throws Exception {
        isRefused(
                migrate("docent.opensearch.hosts", "http://127.0.0.1:1"),
                ExitCode.NO_ANSWER,
                "OpenSearch at http://127.0.0.1:1 does not answer");

        CLUSTER.send("PUT", "/docent-1", """
                {"settings": {"index.blocks.write": true},
                 "mappings": {"_meta": {"model": "all-minilm-l6-v2-q", "dimension": 384, "format": 2}}}""");
        isRefused(migrate(), ExitCode.NO_ANSWER, "the index may not be written or read");

        CLUSTER.send("DELETE", "/docent-1", "");
        CLUSTER.send("PUT", "/docent-1?wait_for_active_shards=0", """
                {"settings": {"index.routing.allocation.require._name": "nobody"},
                 "mappings": {"_meta": {"model": "all-minilm-l6-v2-q", "dimension": 384, "format": 2}}}""");
        isRefused(migrate(), ExitCode.NO_ANSWER, "the index docent-1 is red");
    }
}
