package io.docent.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RewriteEvaluationTest {

    private static final String BY_PERSON = "Where was Ada Lovelace born?";

    @Test
    void countsWhatWasAddedOfWhatAPersonAdded() {
        assertThat(RewriteEvaluation.terms("Where was she born?", BY_PERSON, "Where was Lovelace born?"))
                .isEqualTo(Map.of("terms-lacked", 2.0, "terms-recovered", 1.0, "terms-wrong", 0.0));
    }

    @Test
    void countsWhatNobodyWanted() {
        assertThat(RewriteEvaluation.terms("Where was she born?", BY_PERSON, "Where was Charles Babbage born?"))
                .containsEntry("terms-recovered", 0.0)
                .containsEntry("terms-wrong", 2.0);
    }

    @Test
    void aQuestionThatStandsAloneIsHarmedByAnyAddition() {
        String question = "When did Lovelace die?";

        assertThat(RewriteEvaluation.terms(question, question, question)).containsEntry("standalone-harmed", 0.0);
        assertThat(RewriteEvaluation.terms(question, question, "When did Lovelace die in London?"))
                .containsEntry("standalone-harmed", 1.0);
        assertThat(RewriteEvaluation.terms("Where was she born?", BY_PERSON, BY_PERSON))
                .doesNotContainKey("standalone-harmed");
    }

    @Test
    void whatIsKnownAlreadyIsNotWhatIsSearchedFor() {
        assertThat(RewriteEvaluation.terms(
                        "What else did she write?",
                        "What else did Lovelace write, besides the notes on the engine?",
                        "What else did Lovelace write?"))
                .isEqualTo(Map.of("terms-lacked", 1.0, "terms-recovered", 1.0, "terms-wrong", 0.0));
    }
}
