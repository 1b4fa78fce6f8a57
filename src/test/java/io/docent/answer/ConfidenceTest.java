package io.docent.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.docent.answer.Answer.Answered;
import io.docent.answer.Answer.NotFound;
import io.docent.retrieval.Library;
import io.docent.retrieval.Retrieval;
import io.docent.retrieval.Retriever;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfidenceTest {

    @TempDir
    private static Path data;

    private static Library library;
    private static Confidence confidence;

    @BeforeAll
    static void open() {
        library = new Library(data);
        library.add(
                "bridge.txt",
                "The bridge over the Vltava was opened in 1931. It was designed by the engineer Pavel Janak and cost nine"
                        + " million crowns. Trams have crossed it since 1935.\n");
        library.add("zh.txt", "退货商品的款项在十四天内退还。\n包裹必须先到达鹿特丹的仓库。\n");
        confidence = library.bean(Confidence.class);
    }

    @AfterAll
    static void close() {
        library.close();
    }

    private static Retrieval found(String question) {
        return library.bean(Retriever.class).retrieve(question, Set.of(), 12);
    }

    @Test
    void isHighWhereTheDocumentsTellAndLowWhereTheyDoNot() {
        double told = confidence.of(found("When was the bridge over the Vltava opened?"));
        double notTold = confidence.of(found("Which team won the ice hockey championship?"));

        assertThat(told).isGreaterThan(0.8);
        assertThat(notTold).isLessThan(0.1);
    }

    @Test
    void aNameThatIsNotThereCounts() {
        assertThat(confidence.of(found("When did trams first cross the bridge in Prague?")))
                .isLessThan(confidence.of(found("When did trams first cross the bridge?")));
    }

    @Test
    void everyFeatureIsKnown() {
        Retrieval retrieval = found("Who designed the bridge?");

        assertThat(confidence.features(retrieval, retrieval.sentences()))
                .containsOnlyKeys(ConfidenceFeature.values())
                .allSatisfy((feature, value) -> assertThat(value).isBetween(-0.5, 1.0 + 1e-6));
    }

    @Test
    void aQuestionThatTheModelCannotReadIsJudgedByItsWords() {
        Answerer answerer = library.bean(Answerer.class);

        assertThat(confidence.threshold(found("包裹必须先到达哪里的仓库？").question()))
                .isNotEqualTo(
                        confidence.threshold(found("Who designed the bridge?").question()));
        assertThat(answerer.answer(new Question("包裹必须先到达哪里的仓库？", Set.of())))
                .isInstanceOfSatisfying(
                        Answered.class,
                        answer ->
                                assertThat(answer.sentences().getFirst().text()).contains("鹿特丹"));
        assertThat(answerer.answer(new Question("谁赢得了世界杯足球赛？", Set.of()))).isInstanceOf(NotFound.class);
    }
}
