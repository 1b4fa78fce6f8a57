package io.docent.chat;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import io.docent.answer.Prompts;
import io.docent.history.Turn;
import io.docent.model.LlmSettings;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a follow-up question stand alone: by the language model where there is one, by {@link FollowUps} where there is
 * none or it fails. A question that stands alone is not touched. For any thread.
 */
@Singleton
final class Standalone {

    private static final Logger LOG = LoggerFactory.getLogger(Standalone.class);

    /** Turns before that the model is shown, and the characters of each answer. */
    private static final int TURNS = 6;

    private static final int LONGEST_ANSWER = 600;

    /** Turns that are looked at of those that an asker tells of. */
    private static final int MOST_TOLD = 8;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final int LONGEST = 600;
    private static final int MOST_NEW_WORDS = 2;

    /** What cannot be understood without what was said before: pronouns, "the same", or too few words to be a question. */
    private static final Pattern DEPENDENT = Pattern.compile(
            "\\b(he|she|it|they|him|her|his|hers|its|their|them|theirs|this|that|these|those|there|then|one|ones|same|other|others|another|else|former|latter|again|too|also"
                    + "|er|sie|es|ihn|ihm|ihr|ihre|sein|seine|dies|dieser|diese|dieses|das|dort|davon|dazu|il|elle|ils|elles|ce|cela|ça|lui|leur|y|ello|ella|ellos|eso|esto|su|sus)\\b"
                    + "|^\\W*(and|or|but|so|what about|how about|why|und|oder|aber|et|ou|mais|y|o|pero)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final int FEWEST_WORDS = 4;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{4,}");

    private final FollowUps followUps;
    private final @Nullable ChatModel model;
    private final Prompts prompts;
    private final LlmSettings settings;

    Standalone(FollowUps followUps, Optional<ChatModel> model, Prompts prompts, LlmSettings settings) {
        this.followUps = followUps;
        this.model = model.orElse(null);
        this.prompts = prompts;
        this.settings = settings;
    }

    /**
     * The question as it would be asked without the turns before.
     *
     * @param before the conversation so far, in its order
     */
    String question(String question, List<Turn> before) {
        String byRule = followUps.standalone(question, before);
        ChatModel asked = model;
        boolean dependent = !byRule.equals(question)
                || DEPENDENT.matcher(question).find()
                || question.split("\\s+").length < FEWEST_WORDS;
        if (asked == null || before.isEmpty() || !dependent) {
            return byRule;
        }
        String conversation = conversation(before);
        return rewritten(asked, question, conversation)
                .map(String::strip)
                .filter(made -> isFit(made, question + " " + conversation))
                .orElse(byRule);
    }

    /** What an asker tells of the turns before, as turns: the questions of before made to stand alone by rule. */
    List<Turn> turns(List<Said> before) {
        List<Turn> turns = new ArrayList<>();
        for (Said said : before.subList(Math.max(0, before.size() - MOST_TOLD), before.size())) {
            turns.add(said.turn(followUps.standalone(said.question(), turns)));
        }
        return turns;
    }

    private static String conversation(List<Turn> before) {
        StringBuilder text = new StringBuilder();
        for (Turn turn : before.subList(Math.max(0, before.size() - TURNS), before.size())) {
            String answer = turn.answer();
            text.append("Question: ")
                    .append(turn.question().replaceAll("\\s+", " "))
                    .append("\nAnswer: ")
                    .append(answer.substring(0, Math.min(answer.length(), LONGEST_ANSWER))
                            .replaceAll("\\s+", " "))
                    .append('\n');
        }
        return text.toString().replace("<", "‹").strip();
    }

    private Optional<String> rewritten(ChatModel asked, String question, String conversation) {
        CompletableFuture<String> made = new CompletableFuture<>();
        Thread thread = Thread.ofVirtual().name("language-model").start(() -> {
            try {
                made.complete(asked.chat(ChatRequest.builder()
                                .messages(prompts.standalone()
                                        .messages(Map.of("conversation", conversation, "question", question)))
                                .build())
                        .aiMessage()
                        .text());
            } catch (RuntimeException e) {
                made.completeExceptionally(e);
            }
        });
        try {
            Duration wait = settings.timeout().compareTo(LONGEST_WAIT) < 0 ? settings.timeout() : LONGEST_WAIT;
            return Optional.ofNullable(made.get(wait.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException e) {
            LOG.info("{} did not rewrite a question, which is done by rule instead", settings.label());
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            thread.interrupt();
        }
    }

    /** One line, not long, and hardly a word that nobody said. */
    private static boolean isFit(String made, String said) {
        if (made.isEmpty() || made.length() > LONGEST || made.contains("\n") || made.contains("<think>")) {
            return false;
        }
        Set<String> known = words(said);
        return words(made).stream().filter(word -> !known.contains(word)).count() <= MOST_NEW_WORDS;
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .forEach(word -> words.add(word.group().substring(0, 4)));
        return words;
    }
}
