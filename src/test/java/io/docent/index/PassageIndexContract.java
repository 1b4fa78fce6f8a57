package io.docent.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.docent.document.Document;
import io.docent.document.DocumentId;
import io.docent.document.Heading;
import io.docent.document.Page;
import io.docent.passage.Passage;
import io.docent.passage.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What every engine has to do. */
public abstract class PassageIndexContract {

    private static final Instant THEN = Instant.parse("2026-11-23T12:00:00Z");

    /** The index under test; closed by the implementation's test. */
    protected abstract PassageIndex index();

    @Test
    void findsNothingBeforeTheCommit() {
        put("a", "The missile flew.");

        try (PassageSearch search = index().search()) {
            assertThat(search.size()).isZero();
            assertThat(search.document(new DocumentId("a"))).isEmpty();
        }
    }

    @Test
    void findsNothingWhereNothingIs() {
        assertThat(candidates(new PassageQuery(words("missile"), unit(0), Set.of(), 10)))
                .isEmpty();
        put("a", "The missile flew.");
        index().commit();

        assertThat(candidates(new PassageQuery(words("missile"), unit(0), Set.of(new DocumentId("b")), 10)))
                .isEmpty();
    }

    @Test
    void findsAPassageByItsWords() {
        put("a", "The missile flew over the sea.");
        put("b", "Cats sleep all day.");
        index().commit();

        assertThat(found(words("missile"))).containsExactly("The missile flew over the sea.");
    }

    @Test
    void findsAPassageByTheWordsOfItsContext() {
        putPassages("a", List.of(passage("a", 0, "It costs five euros.", "Price list > Parking", unit(0))));
        index().commit();

        assertThat(found(words("price"))).containsExactly("It costs five euros.");
    }

    @Test
    void findsAPassageByMeaningNearestFirst() {
        putPassages("a", List.of(passage("a", 0, "one", "", unit(0)), passage("a", 1, "two", "", unit(1))));
        index().commit();

        List<Candidate> candidates = candidates(new PassageQuery(List.of(), unit(1), Set.of(), 10));

        assertThat(candidates).hasSize(2);
        try (PassageSearch search = index().search()) {
            Candidate best = search.candidates(new PassageQuery(List.of(), unit(1), Set.of(), 10)).stream()
                    .max((x, y) -> Double.compare(x.meaning(), y.meaning()))
                    .orElseThrow();
            assertThat(best.meaning()).isBetween(0.99, 1.01);
            assertThat(search.load(best.key()).passage().text()).isEqualTo("two");
        }
    }

    @Test
    void tellsBothScoresOfAPassageFoundByOneWay() {
        putPassages(
                "a",
                List.of(
                        passage("a", 0, "missile missile", "", unit(0)),
                        passage("a", 1, "missile and something else altogether", "", unit(1))));
        index().commit();

        List<Candidate> candidates = candidates(new PassageQuery(words("missile"), unit(1), Set.of(), 1));

        assertThat(candidates)
                .hasSize(2)
                .allSatisfy(candidate -> assertThat(candidate.words()).isPositive());
    }

    @Test
    void searchesOnlyTheDocumentsAskedFor() {
        put("a", "The missile flew.");
        put("b", "The missile fell.");
        index().commit();

        assertThat(texts(new PassageQuery(words("missile"), unit(0), Set.of(new DocumentId("b")), 10)))
                .containsExactly("The missile fell.");
    }

    @Test
    void replacesTheOldPassagesOfADocument() {
        putPassages("a", List.of(passage("a", 0, "old one", "", unit(0)), passage("a", 1, "old two", "", unit(1))));
        index().commit();
        put("a", "new text");
        index().commit();

        assertThat(found(words("old"))).isEmpty();
        assertThat(found(words("new"))).containsExactly("new text");
        try (PassageSearch search = index().search()) {
            assertThat(search.size()).isEqualTo(1);
        }
    }

    @Test
    void aSearchSeesOneVersionHoweverLongItLasts() {
        put("a", "old text");
        index().commit();

        try (PassageSearch before = index().search()) {
            put("a", "new text");
            index().commit();

            assertThat(before.read(new DocumentId("a")).orElseThrow().text()).isEqualTo("old text");
            assertThat(before.passagesOf(new DocumentId("a")))
                    .extracting(one -> one.passage().text())
                    .containsExactly("old text");
        }
    }

    @Test
    void aReaderNeverSeesPassagesOfTwoVersions() throws Exception {
        putVersion(0);
        index().commit();
        AtomicBoolean writing = new AtomicBoolean(true);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<Integer> reader = threads.submit(() -> {
                int looks = 0;
                while (writing.get() || looks == 0) {
                    try (PassageSearch search = index().search()) {
                        List<FoundPassage> passages = search.passagesOf(new DocumentId("a"));
                        assertThat(passages).hasSize(5);
                        assertThat(passages.stream()
                                        .map(one -> one.passage().text())
                                        .distinct())
                                .hasSize(1);
                        assertThat(search.read(new DocumentId("a"))
                                        .orElseThrow()
                                        .text())
                                .isEqualTo(passages.getFirst().passage().text());
                    }
                    looks++;
                }
                return looks;
            });
            for (int version = 1; version < 60; version++) {
                putVersion(version);
                index().commit();
            }
            writing.set(false);

            assertThat(reader.get()).isPositive();
        }
    }

    @Test
    void removesADocumentAltogether() {
        put("a", "The missile flew.");
        put("b", "Cats sleep.");
        index().commit();
        index().remove(new DocumentId("a"));
        index().commit();

        assertThat(found(words("missile"))).isEmpty();
        try (PassageSearch search = index().search()) {
            assertThat(search.documents("", 0, 10).total()).isEqualTo(1);
            assertThat(search.read(new DocumentId("a"))).isEmpty();
        }
    }

    @Test
    void keepsThePassagesOfADocumentThatIsRenamed() {
        put("a", "The missile flew.");
        index().commit();
        index().update(record("a", 17, 1).movedTo("new/name.txt", "New title", THEN));
        index().commit();

        try (PassageSearch search = index().search()) {
            IndexedDocument document = search.document(new DocumentId("a")).orElseThrow();
            assertThat(document.source()).isEqualTo("new/name.txt");
            assertThat(document.title()).isEqualTo("New title");
            assertThat(search.passagesOf(new DocumentId("a"))).hasSize(1);
            assertThat(search.read(new DocumentId("a")).orElseThrow().source()).isEqualTo("new/name.txt");
            assertThat(search.documents("", 0, 10).total()).isEqualTo(1);
        }
    }

    @Test
    void givesADocumentBackAsItWasPut() {
        Document document = new Document(
                new DocumentId("a"),
                "Title",
                "a.pdf",
                "application/pdf",
                "Héading\n\nText 👩 with\ttab",
                List.of(new Heading(2, "Héading", 0)),
                List.of(new Page(1, 0), new Page(2, 9)),
                "0".repeat(64));
        index().put(
                        document,
                        record("a", document.text().length(), 1),
                        List.of(passage("a", 0, document.text(), "", unit(0))));
        index().commit();

        try (PassageSearch search = index().search()) {
            Document read = search.read(new DocumentId("a")).orElseThrow();
            assertThat(read.text()).isEqualTo(document.text());
            assertThat(read.headings()).isEqualTo(document.headings());
            assertThat(read.pages()).isEqualTo(document.pages());
        }
    }

    @Test
    void givesAPassageBackAsItWasPut() {
        Passage passage =
                new Passage(new DocumentId("a"), 3, List.of("One", "Two"), 7, new Span(100, 110), "ten chars!");
        TokenVectors tokens = new TokenVectors(new char[] {0, 4, 9}, new byte[] {1, 2, 3, 4, 5, 6});
        putPassages("a", List.of(new EmbeddedPassage(passage, "One > Two", unit(0), tokens)));
        index().commit();

        List<Candidate> candidates = candidates(new PassageQuery(words("ten"), unit(0), Set.of(), 5));

        assertThat(candidates).hasSize(1);
        assertThat(candidates.getFirst().tokens().starts()).isEqualTo(tokens.starts());
        assertThat(candidates.getFirst().tokens().codes()).isEqualTo(tokens.codes());
        try (PassageSearch search = index().search()) {
            assertThat(search.passagesOf(new DocumentId("a")))
                    .extracting(FoundPassage::passage)
                    .containsExactly(passage);
        }
    }

    @Test
    void listsDocumentsBySourceInStretches() {
        for (String id : List.of("c", "a", "d", "b")) {
            put(id, "text " + id);
        }
        index().commit();

        try (PassageSearch search = index().search()) {
            DocumentList list = search.documents("", 1, 2);
            assertThat(list.documents()).extracting(IndexedDocument::source).containsExactly("b.txt", "c.txt");
            assertThat(list.total()).isEqualTo(4);
            assertThat(search.documents("", 9, 2).documents()).isEmpty();
            assertThat(search.documents("", 0, 0).total()).isEqualTo(4);
        }
    }

    @Test
    void listsDocumentsWithAPartOfTheirName() {
        put("alpha", "text");
        put("beta", "text");
        index().commit();

        try (PassageSearch search = index().search()) {
            assertThat(search.documents("LPH", 0, 10).documents())
                    .extracting(IndexedDocument::source)
                    .containsExactly("alpha.txt");
            assertThat(search.documents("*", 0, 10).total()).isZero();
            assertThat(search.documents("title of b", 0, 10).total()).isEqualTo(1);
        }
    }

    @Test
    void findsADocumentByItsName() {
        put("a", "text");
        put("aa", "text");
        index().commit();
        index().update(record("aa", 4, 1).movedTo("new/name.txt", "New title", THEN));
        index().commit();

        try (PassageSearch search = index().search()) {
            assertThat(search.document(Origin.FOLDER, "a.txt").orElseThrow().id())
                    .isEqualTo(new DocumentId("a"));
            assertThat(search.document(Origin.FOLDER, "new/name.txt")
                            .orElseThrow()
                            .id())
                    .isEqualTo(new DocumentId("aa"));
            assertThat(search.document(Origin.FOLDER, "aa.txt")).isEmpty();
            assertThat(search.document(Origin.UPLOAD, "a.txt")).isEmpty();
        }
    }

    @Test
    void tellsByItsRevisionThatSomethingWasCommitted() {
        put("a", "text");
        index().commit();

        try (PassageSearch before = index().latest();
                PassageSearch same = index().latest()) {
            put("a", "another text");
            index().commit();
            try (PassageSearch after = index().latest()) {
                assertThat(same.revision()).isEqualTo(before.revision());
                assertThat(after.revision()).isNotEqualTo(before.revision());
            }
        }
    }

    @Test
    void countsThePassagesWithATerm() {
        put("a", "missile one");
        put("b", "missile two");
        index().commit();

        try (PassageSearch search = index().search()) {
            assertThat(search.frequencies(List.of("missil", "two", "nothing")))
                    .containsEntry("missil", 2)
                    .containsEntry("two", 1)
                    .containsEntry("nothing", 0);
        }
    }

    @Test
    void findsWhatAMisspeltWordMayHaveMeant() {
        put("a", "The ballistic missile");
        index().commit();

        try (PassageSearch search = index().search()) {
            assertThat(search.similarTerms("misil", 3)).contains("missil");
            assertThat(search.similarTerms("xyz", 3)).isEmpty();
        }
    }

    @Test
    void tellsTheLanguagesOfItsDocuments() {
        put("a", "The missile");
        index().commit();

        try (PassageSearch search = index().search()) {
            assertThat(search.languages()).containsExactly(Locale.ENGLISH);
        }
    }

    @Test
    void givesBackWhatTheModelMadeSoThatItCanBePutElsewhere() {
        TokenVectors tokens = new TokenVectors(new char[] {0, 4}, new byte[] {1, 2, 3, 4});
        Passage first =
                new Passage(new DocumentId("a"), 0, List.of("Fees", "Parking"), null, new Span(0, 9), "five euro");
        Passage second = new Passage(new DocumentId("a"), 1, List.of(), 2, new Span(10, 14), "free");
        putPassages(
                "a",
                List.of(
                        new EmbeddedPassage(first, "Title of a > Fees > Parking", unit(3), tokens),
                        new EmbeddedPassage(second, "Title of a", unit(7), TokenVectors.NONE)));
        put("b", "something else");
        index().commit();
        index().update(record("a", 8, 2).movedTo("moved.txt", "Another title", THEN));
        index().commit();

        List<EmbeddedPassage> read;
        try (PassageSearch search = index().search()) {
            read = search.embeddedPassagesOf(new DocumentId("a"));
            assertThat(search.embeddedPassagesOf(new DocumentId("none"))).isEmpty();
        }

        assertThat(read).extracting(EmbeddedPassage::passage).containsExactly(first, second);
        assertThat(read)
                .extracting(EmbeddedPassage::context)
                .containsExactly("Title of a > Fees > Parking", "Title of a");
        assertThat(Vectors.quantise(read.get(0).embedding())).isEqualTo(Vectors.quantise(unit(3)));
        assertThat(Vectors.quantise(read.get(1).embedding())).isEqualTo(Vectors.quantise(unit(7)));
        assertThat(read.get(0).tokens().toBytes()).isEqualTo(tokens.toBytes());
        assertThat(read.get(1).tokens().size()).isZero();
    }

    private void putVersion(int version) {
        String text = "version " + version;
        List<EmbeddedPassage> passages = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            passages.add(passage("a", i, text, "", unit(i)));
        }
        index().put(document("a", text), record("a", text.length(), 5), passages);
    }

    private void put(String id, String text) {
        index().put(document(id, text), record(id, text.length(), 1), List.of(passage(id, 0, text, "", unit(0))));
    }

    private void putPassages(String id, List<EmbeddedPassage> passages) {
        index().put(document(id, "whatever"), record(id, 8, passages.size()), passages);
    }

    private static Document document(String id, String text) {
        return new Document(
                new DocumentId(id),
                "Title of " + id,
                id + ".txt",
                "text/plain",
                text,
                List.of(),
                List.of(),
                "0".repeat(64));
    }

    private static IndexedDocument record(String id, int characters, int passages) {
        return new IndexedDocument(
                new DocumentId(id),
                Origin.FOLDER,
                "Title of " + id,
                id + ".txt",
                "text/plain",
                Locale.ENGLISH,
                characters,
                passages,
                "0".repeat(64),
                10,
                THEN,
                THEN);
    }

    private static EmbeddedPassage passage(String id, int position, String text, String context, float[] vector) {
        Passage passage = new Passage(new DocumentId(id), position, List.of(), null, new Span(0, text.length()), text);
        return new EmbeddedPassage(passage, context, vector, TokenVectors.NONE);
    }

    /** A vector of length 1 with all its weight in a few places, unlike those of other numbers. */
    private static float[] unit(int number) {
        float[] vector = new float[384];
        for (int i = 0; i < 24; i++) {
            vector[(number * 24 + i) % 384] = (float) (1 / Math.sqrt(24));
        }
        return vector;
    }

    private static List<QueryTerm> words(String word) {
        return List.of(new QueryTerm(word, new HashSet<>(List.of(word, word.replaceAll("e$", ""))), 1));
    }

    private List<String> found(List<QueryTerm> words) {
        return texts(new PassageQuery(words, new float[0], Set.of(), 10));
    }

    private List<Candidate> candidates(PassageQuery query) {
        try (PassageSearch search = index().search()) {
            return search.candidates(query);
        }
    }

    private List<String> texts(PassageQuery query) {
        try (PassageSearch search = index().search()) {
            return search.candidates(query).stream()
                    .map(candidate -> search.load(candidate.key()).passage().text())
                    .toList();
        }
    }
}
