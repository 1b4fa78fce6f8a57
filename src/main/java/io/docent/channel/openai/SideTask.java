package io.docent.channel.openai;

import io.docent.channel.Markdown;
import io.docent.chat.Said;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What chat programs ask the model beside what their user asks: a title for the conversation, tags, what could be asked
 * next, what to search the web for. Docent is no model that could do that, and searching documents for such a request
 * answers nothing: a title is the question that the conversation began with, of the rest there is none.
 *
 * <p>By the prompts of Open WebUI (https://docs.openwebui.com/features/chat-conversations/chat-features/) and LibreChat
 * (https://www.librechat.ai/docs/configuration/librechat_yaml/object_structure/custom_endpoint) as they come without any
 * setting.
 */
final class SideTask {

    private static final int LONGEST_TITLE = 60;

    /** Where such a request says what it is. */
    private static final int BEGINNING = 400;

    private static final Pattern TASK = Pattern.compile("^#{1,4} Task:", Pattern.CASE_INSENSITIVE);

    private static final Pattern TRANSCRIPT =
            Pattern.compile("<chat_history>(?<said>.*)</chat_history>", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private static final Pattern TITLE = Pattern.compile(
            "^(?:please |you are |analy[sz]e this conversation|provide|generate|create|write|make|suggest|detect user language)[^?]{0,200}?\\btitle\\b[^?]{0,200}?\\b(?:conversation|chat)\\b"
                    + "|^analy[sz]e this conversation and provide:.{0,120}\\btitle\\b",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Open WebUI asks for the face that goes with what is read aloud. */
    private static final Pattern FACE =
            Pattern.compile("^Your task is to reflect the speaker's likely facial expression");

    /** Open WebUI asks to make one answer of several models': here, the question is answered anew. */
    private static final Pattern MERGED = Pattern.compile(
            "^You have been provided with a set of responses from various models to the latest user query: \"(?<asked>.+?)\"\\s*\\n",
            Pattern.DOTALL);

    /** What the answer to a request is to look like, as the request shows it. */
    private static final Pattern OUTPUT = Pattern.compile(
            "(?:JSON format|JSON)[^{]{0,40}\\{\\s*\"(?<name>title|tags|follow_ups|queries|text|prompt)\"",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern FIRST_ASKED = Pattern.compile(
            "(?:^|\\n)\\W*(?:user|human|question)\\s*:\\s*(?<asked>.+?)(?=\\n\\W*(?:assistant|ai|response|model|answer)\\s*:|\\n\\W*title:|$)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Open WebUI puts what it found itself before the question, where a chat has files. */
    private static final Pattern QUERY =
            Pattern.compile("<user_query>(?<asked>.*?)</user_query>", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private static final Pattern AFTER_CONTEXT =
            Pattern.compile("</context>(?<asked>.*)$", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private static final String NOTHING_OF_THAT =
            "Docent answers questions from its documents, and does no other task.";

    private SideTask() {}

    /**
     * The answer to such a request.
     *
     * @param prompt the last message
     * @param before what came before it
     * @return empty where it is a question
     */
    static Optional<String> reply(String prompt, List<Said> before) {
        Matcher transcript = TRANSCRIPT.matcher(prompt);
        if (TASK.matcher(prompt).find() && transcript.find()) {
            return Optional.of(ofTask(prompt.substring(0, transcript.start()), transcript.group("said"), before));
        }
        if (FACE.matcher(prompt).find()) {
            return Optional.of(NOTHING_OF_THAT);
        }
        String beginning = prompt.substring(0, Math.min(prompt.length(), BEGINNING));
        return TITLE.matcher(beginning).find() ? Optional.of(title(prompt, before)) : Optional.empty();
    }

    private static String ofTask(String task, String said, List<Said> before) {
        Matcher output = OUTPUT.matcher(task);
        if (!output.find()) {
            return task.toLowerCase(Locale.ROOT).contains("title") ? title(said, before) : NOTHING_OF_THAT;
        }
        String name = output.group("name").toLowerCase(Locale.ROOT);
        return switch (name) {
            case "title" -> "{\"title\": \"" + json(title(said, before)) + "\"}";
            case "text", "prompt" -> "{\"" + name + "\": \"\"}";
            default -> "{\"" + name + "\": []}";
        };
    }

    private static String title(String said, List<Said> before) {
        Matcher asked = FIRST_ASKED.matcher(said);
        String first = asked.find()
                ? asked.group("asked")
                : before.isEmpty() ? "Question" : before.getFirst().question();
        String line = first.strip().lines().findFirst().orElse("").replaceAll("\\s+", " ");
        String bare = line.replaceAll("^[\"'“*#\\s]+|[\"'”*\\s]+$", "");
        return Markdown.shortened(bare.isEmpty() ? "Question" : bare, LONGEST_TITLE);
    }

    private static String json(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ");
    }

    /** The question alone, where a program has put other things around it. */
    static String question(String prompt) {
        Stream<Pattern> around = TASK.matcher(prompt).find() ? Stream.of(QUERY, AFTER_CONTEXT) : Stream.of(MERGED);
        return around.map(pattern -> pattern.matcher(prompt))
                .filter(Matcher::find)
                .map(found -> found.group("asked").strip())
                .filter(asked -> !asked.isEmpty())
                .findFirst()
                .orElse(prompt);
    }
}
