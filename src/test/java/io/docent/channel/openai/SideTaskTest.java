package io.docent.channel.openai;

import static org.assertj.core.api.Assertions.assertThat;

import io.docent.chat.Said;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The requests of Open WebUI and LibreChat that are no questions. */
class SideTaskTest {

    static final String OPEN_WEBUI_TITLE = """
            ### Task:
            Generate a concise, 3-5 word title with an emoji summarizing the chat history.
            ### Guidelines:
            - Write the title in the chat's primary language; default to English if multilingual.
            - The output must be a single, raw JSON object, without any markdown code fences.
            ### Output:
            JSON format: { "title": "your concise title here" }
            ### Examples:
            - { "title": "Evolution of Music Streaming" }
            ### Chat History:
            <chat_history>
            USER: %s
            ASSISTANT: 42 people work in Berlin [1].
            </chat_history>""";

    private static final String LIBRECHAT_TITLE = """
            Provide a concise, 5-word-or-less title for the conversation, using title case conventions. \
            Only return the title itself.

            Conversation:
            User: How many people work in Berlin?
            AI: 42 people work in Berlin [1].""";

    private static String reply(String prompt) {
        return SideTask.reply(prompt, List.of()).orElse("none");
    }

    @Test
    void aTitleIsTheFirstQuestion() {
        assertThat(reply(OPEN_WEBUI_TITLE.formatted("How many people work in Berlin?")))
                .isEqualTo("{\"title\": \"How many people work in Berlin?\"}");
        assertThat(reply(LIBRECHAT_TITLE)).isEqualTo("How many people work in Berlin?");
        assertThat(reply("""
                        Analyze this conversation and provide:
                        1. The detected language of the conversation
                        2. A concise title in the detected language (5 words or less, no punctuation or quotation)

                        User: Who founded Kestrel?
                        AI: Maria Oduya.""")).isEqualTo("Who founded Kestrel?");
        assertThat(reply("""
                        Please generate a concise title (max 40 characters) for a conversation that starts with:
                        User: Who founded Kestrel?
                        Assistant: Maria Oduya.

                        Title:""")).isEqualTo("Who founded Kestrel?");
    }

    @Test
    void aTitleOfAConversationThatStandsBeforeTheRequestIsItsFirstQuestion() {
        assertThat(SideTask.reply(
                        "Please generate a concise, 5-word-or-less title for the conversation, using its same language,"
                                + " with no punctuation.",
                        List.of(new Said("How many people work in Berlin?", "42."), new Said("And in Munich?", "17."))))
                .contains("How many people work in Berlin?");
    }

    @Test
    void aTitleIsShortAndBreaksNoJson() {
        String title = reply(OPEN_WEBUI_TITLE.formatted("What does \"C:\\temp\" mean " + "and so on ".repeat(30)));

        assertThat(title)
                .startsWith("{\"title\": \"What does \\\"C:\\\\temp\\\" mean and")
                .endsWith("…\"}");
        assertThat(title.length()).isLessThan(90);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    JSON format: { "tags": ["tag1", "tag2", "tag3"] }                   | {"tags": []}
                    JSON format: { "follow_ups": ["Question 1?", "Question 2?"] }       | {"follow_ups": []}
                    Strictly return in JSON format: { "queries": ["query1", "query2"] } | {"queries": []}
                    JSON format: { "text": "Your autocomplete here." }                  | {"text": ""}
                    Write a poem.                                                       | Docent answers questions from its documents, and does no other task.
                    """)
    void ofOtherTasksThereIsNothing(String output, String expected) {
        String prompt =
                "### Task:\nDo something.\n### Output:\n" + output + "\n<chat_history>\nUSER: Hello?\n</chat_history>";

        assertThat(reply(prompt)).isEqualTo(expected);
    }

    @Test
    void aFaceIsNotForDocentToMake() {
        assertThat(reply("""
                        Your task is to reflect the speaker's likely facial expression through a fitting emoji.

                        Message: ```Who founded Kestrel?```""")).isEqualTo("Docent answers questions from its documents, and does no other task.");
    }

    @Test
    void whereTheAnswersOfSeveralModelsAreToBeOneTheQuestionIsAnswered() {
        String merged = """
                You have been provided with a set of responses from various models to the latest user query: \
                "Who founded "Kestrel"?"

                Your task is to synthesize these responses into a single, high-quality response.

                Responses from models: \"""Maria Oduya.\"""
                """;

        assertThat(SideTask.reply(merged, List.of())).isEmpty();
        assertThat(SideTask.question(merged)).isEqualTo("Who founded \"Kestrel\"?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Write a short title for the travel policy.",
                "What is the title of the report?",
                "Generate a list of all hotels.",
                "What does the chapter \"### Task: cleaning\" say?",
                "### Task: cleaning. Who does it?",
                "Which job title does Maria have, and what did she say in the conversation with the press?"
            })
    void aQuestionIsAQuestion(String question) {
        assertThat(SideTask.reply(question, List.of())).isEmpty();
        assertThat(SideTask.question(question)).isEqualTo(question);
    }

    @Test
    void theQuestionStandsBehindWhatAProgramPutBeforeIt() {
        String rag = "### Task:\nRespond to the user query using the provided context.\n<context>\n<source id=\"1\">x"
                + "</source>\n</context>\n";

        assertThat(SideTask.question(rag + "\n<user_query>\nWho founded Kestrel?\n</user_query>\n"))
                .isEqualTo("Who founded Kestrel?");
        assertThat(SideTask.question(rag + "\nWho founded Kestrel?")).isEqualTo("Who founded Kestrel?");
    }
}
