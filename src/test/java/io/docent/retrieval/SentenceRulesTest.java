package io.docent.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of a sentence by its words alone. */
class SentenceRulesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            When was it built?                      | TIME
            In which year did Lee take office?      | TIME
            How many seats are there?               | NUMBER
            What percentage of users left?          | NUMBER
            Who wrote it?                           | NAME
            Which city hosts it?                    | NAME
            Why did it fail?                        | REASON
            What is a gateway?                      | ANY
            What is the default port?               | DEFAULT
            How long is it kept by default?         | DEFAULT
            Who changed the default?                | NAME
            Wie alt ist sie?                        | ANY
            """)
    void aQuestionAsksForAKindOfThing(String question, AnswerType type) {
        assertThat(AnswerType.of(question)).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            When was the bridge of 1900 built?   | The bridge of 1900 was painted.        | false
            When was the bridge of 1900 built?   | It was opened in May 1931.             | true
            How many seats does hall 3 have?     | Hall 3 has seats.                      | false
            How many seats does hall 3 have?     | Hall 3 has two hundred seats.          | true
            Who leads Acme?                      | The head of Acme is Jo Brandt.         | true
            Who leads Acme?                      | It is Acme that leads.                 | false
            Why did it stop?                     | It stopped because it was cold.        | true
            Why did it stop?                     | It stopped at noon.                    | false
            What is the default port?            | The default is 8443.                   | true
            What is the default port?            | port: 8443 (default: 8080)             | true
            What is the default port?            | Other than the default port, 1 to 9.   | false
            """)
    void aSentenceHasWhatIsAskedForOnlyIfTheQuestionDoesNotHaveItItself(String question, String sentence, boolean met) {
        assertThat(AnswerType.of(question).isMetBy(sentence, question)).isEqualTo(met);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            A gateway is a machine between two networks.   ; true
            The gateway (see below) is where all begins.   ; true
            Gateways are used to join networks.            ; true
            A gateway is defined as what joins networks.   ; true
            The gateway is restarted at night.             ; false
            The gateway is not free.                       ; false
            A machine between two networks is a gateway.   ; false
            """)
    void saysWhatAThingIs(String sentence, boolean defines) {
        assertThat(Definition.isOne(sentence, Definition.wanted("What is a gateway?")))
                .isEqualTo(defines);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It also pays for the servers.",
                "They were sold.",
                "This led to a war.",
                "However, this is wrong.",
                "\"He left,\" she said."
            })
    void pointsToWhatIsSaidBefore(String sentence) {
        assertThat(BackReference.opens(sentence)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kestrel pays for the servers.",
                "This guide explains the gateway.",
                "It is possible to change the port.",
                "However, the gateway is free.",
                "8443 is the port.",
                ""
            })
    void standsAlone(String sentence) {
        assertThat(BackReference.opens(sentence)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            For more information, see the guide.                 | true
            This section describes how to set the port.          | true
            To learn more about ports, see Ports.                | true
            Please refer to the manual.                          | true
            The guide was written in 2020.                       | false
            For more than ten users, buy a licence.              | false
            You can see the port in the settings.                | false
            """)
    void saysWhereSomethingIsToldOrTellsIt(String sentence, boolean points) {
        assertThat(Pointer.isOne(sentence)).isEqualTo(points);
    }
}
