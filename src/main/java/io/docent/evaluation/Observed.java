package io.docent.evaluation;

import io.docent.answer.Answer;
import io.docent.answer.Answer.Answered;
import io.docent.answer.Answer.NotFound;
import io.docent.answer.Citation;
import io.docent.answer.Sentence;
import io.docent.retrieval.Retrieved;
import io.docent.retrieval.Took;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What came of a question.
 *
 * @param question what was asked
 * @param searchedFor the question made to stand alone
 * @param passages found for it, best first
 * @param answer as a person gets it; null where answers are not measured
 * @param unrefused sentences of the answer that is written where nothing is refused
 * @param unrefusedCitations its citations
 * @param took how long each step of finding them took; null where finding is not measured
 * @param retrieving how long finding the passages took
 * @param answering how long the whole answer took, finding included
 */
record Observed(
        GoldQuestion question,
        String searchedFor,
        List<Retrieved> passages,
        @Nullable Answer answer,
        List<Sentence> unrefused,
        List<Citation> unrefusedCitations,
        @Nullable Took took,
        Duration retrieving,
        Duration answering) {

    /** What a reader of a chat takes in. */
    static final int LONGEST = 600;

    Observed {
        passages = List.copyOf(passages);
        unrefused = List.copyOf(unrefused);
        unrefusedCitations = List.copyOf(unrefusedCitations);
    }

    boolean isRefused() {
        return answer instanceof NotFound;
    }

    List<Sentence> sentences() {
        return answer instanceof Answered answered ? answered.sentences() : List.of();
    }

    List<Citation> citations() {
        return answer instanceof Answered answered ? answered.citations() : List.of();
    }

    double confidence() {
        return answer == null ? 0 : answer.explanation().confidence();
    }

    double threshold() {
        return answer == null ? 0 : answer.explanation().threshold();
    }

    static String whole(List<Sentence> sentences) {
        String text = sentences.stream().map(Sentence::text).collect(Collectors.joining(" "));
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    static String first(List<Sentence> sentences) {
        return sentences.isEmpty() ? "" : whole(sentences.subList(0, 1));
    }
}
