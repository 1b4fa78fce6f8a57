package io.docent.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SummaryRequestTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Summarise the travel policy                       | travel policy
            please summarize handbook.pdf for me              | handbook.pdf
            Can you sum up the document "Annual report"?      | Annual report
            Give me a short summary of the travel policy      | travel policy
            What are the key points of handbook.md?           | handbook.md
            tl;dr: handbook.md                                | handbook.md
            What is handbook.md about?                        | handbook.md
            Fasse handbook.md zusammen                        | handbook.md
            """)
    void namesWhatToSummarise(String wish, String subject) {
        assertThat(SummaryRequest.in(wish)).contains(new SummaryRequest(subject));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Summarize", "summarise this document please", "Give me an overview of all documents", "tldr"})
    void withoutANameItIsAllThereIs(String wish) {
        assertThat(SummaryRequest.in(wish)).contains(new SummaryRequest(""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Who wrote the summary of the report?",
                "What is the travel policy?",
                "How do I summarise a column in a sheet?",
                "What is this all about then, who decided it?"
            })
    void aQuestionIsNone(String question) {
        assertThat(SummaryRequest.in(question)).isEmpty();
    }
}
