package io.docent.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import io.micronaut.context.exceptions.ConfigurationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptTest {

    private static final Set<String> VARIABLES = Set.of("question", "passages");

    @TempDir
    private Path folder;

    PromptTest() {}

    @Test
    void fillsVariablesInOnce() {
        Prompt prompt = Prompt.read("p.md", "Be short.\n---\n{{passages}}\nQ: {{ question }}\n", VARIABLES);

        var messages = prompt.messages(Map.of("passages", "{{question}} $1", "question", "Why?"));

        assertThat(messages)
                .isEqualTo(List.of(SystemMessage.from("Be short."), UserMessage.from("{{question}} $1\nQ: Why?")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{{passages}} {{question}};p.md has no line ---",
                "a\\n---\\n{{question}};p.md has no variable {{passages}}",
                "a\\n---\\n{{question}} {{passages}} {{name}};p.md has the variable {{name}}; allowed are passages, question",
                "{{question}} {{passages}}\\n---\\n ;p.md has no line ---",
            })
    void aWrongPromptNamesFileAndVariable(String content, String told) {
        assertThatThrownBy(() -> Prompt.read("p.md", content.replace("\\n", "\n"), VARIABLES))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(told.strip());
    }

    @Test
    void aFolderStandsInForWhatIsPacked() throws Exception {
        Files.writeString(folder.resolve("answer.md"), "S\n---\n{{passages}} {{question}} {{not_found}}");

        Prompts packed = new Prompts(new AnswerSettings("mark", Duration.ZERO, null));
        Prompts own = new Prompts(new AnswerSettings("mark", Duration.ZERO, folder.toString()));

        assertThat(own.answer().system()).isEqualTo("S");
        assertThat(own.answer().version())
                .hasSize(12)
                .isNotEqualTo(packed.answer().version());
        assertThat(own.standalone()).isEqualTo(packed.standalone());
    }

    @Test
    void theVersionIsTheHashOfTheFile() {
        String content = "a\n---\n{{question}} {{passages}}";

        assertThat(Prompt.read("p.md", content, VARIABLES).version())
                .isEqualTo(Prompt.read("q.md", content, VARIABLES).version())
                .isNotEqualTo(Prompt.read("p.md", content + " ", VARIABLES).version());
    }
}
