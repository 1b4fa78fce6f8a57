package io.docent.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmallTalkTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Hello!                      | Hello!
            hi there                    | Hello!
            Good morning, team          | Hello!
            Guten Tag                   | Hello!
            Thanks a lot!               | You are welcome!
            ok, thank you               | You are welcome!
            danke                       | You are welcome!
            bye                         | Goodbye!
            What can you do?            | I answer questions
            who are you                 | I answer questions
            help                        | I answer questions
            """)
    void isAnsweredAsAColleagueWould(String said, String reply) {
        assertThat(SmallTalk.reply(said))
                .hasValueSatisfying(text -> assertThat(text).startsWith(reply));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What does hello world print?",
                "Hello, when does the office open?",
                "Who thanked the minister?",
                "How do I get help with my laptop?",
                "What is the help desk's number?",
                "test coverage",
                "When do we say good bye to the old gateway?",
                "What can you do with a gateway?"
            })
    void whatAsksForSomethingIsAQuestion(String question) {
        assertThat(SmallTalk.reply(question)).isEmpty();
    }
}
