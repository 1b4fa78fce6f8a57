package io.docent.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.docent.document.DocumentId;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetrieverTest {

    private static final String REFUNDS = "# Refunds\n\nMoney for returned goods is paid back within fourteen days."
            + " The parcel has to reach the warehouse in Rotterdam first.\n";

    @TempDir
    private static Path data;

    private static Library library;
    private static Retriever retriever;
    private static DocumentId travel;

    @BeforeAll
    static void open() {
        library = new Library(data);
        library.add("refunds.md", REFUNDS);
        library.add("refunds-copy.md", REFUNDS);
        travel = library.add(
                "travel.md",
                "# Travel\n\nA hotel may cost up to 180 euros a night."
                        + " Trains are booked in second class. Flights need the consent of a manager.\n");
        library.add(
                "ports.md",
                "# Gateway\n\nThe gateway listens on port 8443. Set GATEWAY_PORT to change it."
                        + " Error PPR-9087 tells that the port is taken.\n");
        library.add("vacation.md", "# Holidays\n\nEveryone has 30 days of paid leave a year.\n");
        library.add("zh.txt", "退货商品的款项在十四天内退还。\n包裹必须先到达鹿特丹的仓库。\n");
        retriever = library.bean(Retriever.class);
    }

    @AfterAll
    static void close() {
        library.close();
    }

    private static String best(String question) {
        return retriever
                .retrieve(question, Set.of(), 3)
                .passages()
                .getFirst()
                .document()
                .source();
    }

    @Test
    void findsByWordsByMeaningByIdentifierAndInSpiteOfASlip() {
        assertThat(best("What does PPR-9087 mean?")).isEqualTo("ports.md");
        assertThat(best("How expensive can an overnight stay be?")).isEqualTo("travel.md");
        assertThat(best("When do I get my money back?")).startsWith("refunds");
        assertThat(best("On which port does the gatewey listen?")).isEqualTo("ports.md");
    }

    @Test
    void whatSaysTheSameIsFoundOnceAndTheOtherIsTold() {
        Retrieval found = retriever.retrieve("When are returned goods paid back?", Set.of(), 6);

        assertThat(found.passages())
                .extracting(one -> one.document().source())
                .filteredOn(source -> source.startsWith("refunds"))
                .hasSize(1);
        assertThat(found.folded())
                .extracting(one -> one.document().source())
                .singleElement()
                .asString()
                .startsWith("refunds");
    }

    @Test
    void theOrderDoesNotDependOnHowManyAreAskedFor() {
        String question = "How many days of leave are there?";

        List<Retrieved> many = retriever.retrieve(question, Set.of(), 20).passages();
        List<Retrieved> two = retriever.retrieve(question, Set.of(), 2).passages();

        assertThat(two).hasSize(2);
        assertThat(two)
                .extracting(one -> one.document().source())
                .containsExactlyElementsOf(many.subList(0, 2).stream()
                        .map(one -> one.document().source())
                        .toList());
        assertThat(two)
                .extracting(Retrieved::scores)
                .containsExactlyElementsOf(
                        many.subList(0, 2).stream().map(Retrieved::scores).toList());
    }

    @Test
    void standsInTheOrderOfTheFusedScore() {
        List<Retrieved> passages =
                retriever.retrieve("What may a hotel cost?", Set.of(), 10).passages();

        assertThat(passages)
                .extracting(one -> one.scores().fused())
                .isSortedAccordingTo((a, b) -> Double.compare(b, a))
                .allSatisfy(fused -> assertThat(fused).isBetween(0.0, 1.0));
        assertThat(passages.getFirst().scores().sentences()).isGreaterThan(0.5);
    }

    @Test
    void searchesInTheseDocumentsOnly() {
        Retrieval found = retriever.retrieve("What does PPR-9087 mean?", Set.of(travel), 10);

        assertThat(found.passages()).extracting(one -> one.document().id()).containsOnly(travel);
    }

    @Test
    void theSentencesAreOfThePassagesBestFirst() {
        Retrieval found = retriever.retrieve("How much is a hotel allowed to cost?", Set.of(), 3);

        assertThat(found.sentences().getFirst().text()).isEqualTo("A hotel may cost up to 180 euros a night.");
        assertThat(found.sentences())
                .extracting(ScoredSentence::score)
                .isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(found.sentences())
                .allSatisfy(sentence -> assertThat(found.passages()).contains(sentence.passage()));
    }

    @Test
    void whatWasTalkedAboutCounts() {
        String question = "How long does it take?";

        Retrieval alone = retriever.retrieve(question, Set.of(), 5);
        Retrieval talking = retriever.retrieve(question, "Where do returned parcels go? " + question, Set.of(), 5);

        assertThat(alone.passages())
                .allSatisfy(one -> assertThat(one.scores().conversation()).isZero());
        assertThat(talking.passages().getFirst().document().source()).startsWith("refunds");
        assertThat(talking.passages().getFirst().scores().conversation()).isPositive();
    }

    @Test
    void aQuestionInAScriptThatTheModelCannotReadIsSearchedByItsWords() {
        Retrieval found = retriever.retrieve("包裹必须到达哪里的仓库？", Set.of(), 5);

        assertThat(found.question().tokens()).isNull();
        assertThat(found.passages().getFirst().document().source()).isEqualTo("zh.txt");
        assertThat(found.passages().getFirst().scores().tokens()).isZero();
    }

    @Test
    void refusesALimitThatIsNone() {
        assertThatThrownBy(() -> retriever.retrieve("port", Set.of(), 0)).hasMessageContaining("1 to 100");
        assertThatThrownBy(() -> retriever.retrieve("port", Set.of(), 101)).hasMessageContaining("not 101");
    }
}
