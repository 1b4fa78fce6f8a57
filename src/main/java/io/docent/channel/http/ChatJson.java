package io.docent.channel.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.docent.answer.Explanation;
import io.docent.answer.Sentence;
import io.docent.channel.http.PassageJson.ConsideredJson;
import io.docent.history.Turn;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The response to a question.
 *
 * @param id of the answer
 * @param conversationId to be sent with the next question
 * @param question as it was asked
 * @param searchedFor the question made to stand alone
 * @param status {@code answered} or {@code not_found}
 * @param answer the text with markers
 * @param sentences of the answer, each with its verdict; empty where nothing of the documents is said
 * @param citations that the sentences name
 * @param closest up to three places that come nearest, only where nothing was found
 * @param model {@code extractive}, or provider and model name
 * @param prompt version of the model's prompt; absent where none was asked
 * @param tokens what it cost; absent where that is not known
 * @param notice of a fallback; null where there was none
 * @param tookMs how long it took, in milliseconds
 * @param explanation how it came about, where that was asked for
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record ChatJson(
        String id,
        String conversationId,
        String question,
        String searchedFor,
        String status,
        String answer,
        List<SentenceJson> sentences,
        List<CitationJson> citations,
        List<CitationJson> closest,
        String model,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String prompt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable TokensJson tokens,
        @Nullable String notice,
        long tookMs,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ExplanationJson explanation) {

    static ChatJson of(Turn turn, @Nullable Explanation explanation) {
        return new ChatJson(
                turn.id(),
                turn.conversationId(),
                turn.question(),
                turn.searchedFor(),
                turn.status().name().toLowerCase(Locale.ROOT),
                turn.answer(),
                turn.sentences().stream().map(SentenceJson::of).toList(),
                turn.citations().stream().map(CitationJson::of).toList(),
                turn.closest().stream().map(CitationJson::of).toList(),
                turn.model(),
                turn.prompt(),
                TokensJson.of(turn),
                turn.notice(),
                turn.tookMs(),
                explanation == null ? null : ExplanationJson.of(explanation));
    }

    /**
     * Tokens as the provider counts them.
     *
     * @param in of the prompt
     * @param out of the answer
     */
    @Serdeable
    record TokensJson(int in, int out) {

        static @Nullable TokensJson of(Turn turn) {
            Integer in = turn.tokensIn();
            Integer out = turn.tokensOut();
            return in == null || out == null ? null : new TokensJson(in, out);
        }
    }

    /**
     * A sentence of an answer.
     *
     * @param text without markers
     * @param citations numbers of the citations that bear it out
     * @param support {@code quoted}, {@code supported} or {@code unsupported}
     * @param reason why it is unsupported; absent otherwise
     */
    @Serdeable
    record SentenceJson(
            String text,
            List<Integer> citations,
            String support,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String reason) {

        static SentenceJson of(Sentence sentence) {
            return new SentenceJson(
                    sentence.text(),
                    sentence.citations(),
                    sentence.support().name().toLowerCase(Locale.ROOT),
                    sentence.reason());
        }
    }

    /**
     * How an answer came about.
     *
     * @param passages that were considered, best first
     * @param confidence that the documents hold the answer, in [0, 1]
     * @param threshold below which the answer is that they do not
     */
    @Serdeable
    record ExplanationJson(List<ConsideredJson> passages, double confidence, double threshold) {

        static ExplanationJson of(Explanation explanation) {
            return new ExplanationJson(
                    explanation.passages().stream().map(ConsideredJson::of).toList(),
                    explanation.confidence(),
                    explanation.threshold());
        }
    }
}
