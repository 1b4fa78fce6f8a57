package io.docent.evaluation;

import io.docent.answer.Answer;
import io.docent.answer.Answer.Answered;
import io.docent.answer.Answer.NotFound;
import io.docent.answer.Answer.Reply;
import io.docent.answer.AnswerSteps;
import io.docent.answer.AnswerSteps.Taken;
import io.docent.answer.Answerer;
import io.docent.answer.Question;
import io.docent.answer.Sentence;
import io.docent.answer.Support;
import io.docent.chat.FollowUps;
import io.docent.history.Turn;
import io.docent.passage.SentenceSplitter;
import io.docent.retrieval.Retrieval;
import io.docent.retrieval.Retrieved;
import io.docent.retrieval.Retriever;
import io.docent.retrieval.Took;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks as the chat does and looks closer at what comes. For any thread. */
final class Asker {

    /** Enough to find ten documents by their passages. */
    private static final int PASSAGES = 50;

    private final Retriever retriever;
    private final Answerer answerer;
    private final AnswerSteps steps;
    private final FollowUps followUps;

    Asker(Library collection) {
        this.retriever = collection.retriever();
        this.answerer = collection.answerer();
        this.steps = collection.steps();
        this.followUps = collection.followUps();
    }

    Observed ask(GoldQuestion gold, Set<Part> parts) {
        Question question = question(gold);
        List<Retrieved> passages = List.of();
        @Nullable Took took = null;
        long start = System.nanoTime();
        if (parts.contains(Part.RETRIEVAL)) {
            Retrieval retrieval = retriever.retrieve(question.text(), question.conversation(), Set.of(), PASSAGES);
            passages = retrieval.passages();
            took = retrieval.took();
        }
        Duration retrieving = Duration.ofNanos(System.nanoTime() - start);
        if (!parts.contains(Part.ANSWERS)) {
            return new Observed(
                    gold, question.text(), passages, null, List.of(), List.of(), took, retrieving, Duration.ZERO);
        }
        start = System.nanoTime();
        Answer answer = answerer.answer(question);
        Duration answering = Duration.ofNanos(System.nanoTime() - start);
        return switch (answer) {
            case Answered done ->
                new Observed(
                        gold,
                        question.text(),
                        passages,
                        done,
                        done.sentences(),
                        done.citations(),
                        took,
                        retrieving,
                        answering);
            case NotFound refused -> {
                Taken taken = steps.take(question);
                yield new Observed(
                        gold,
                        question.text(),
                        passages,
                        refused,
                        taken.sentences(),
                        taken.citations(),
                        took,
                        retrieving,
                        answering);
            }
            case Reply reply ->
                new Observed(gold, question.text(), passages, reply, List.of(), List.of(), took, retrieving, answering);
        };
    }

    /** How sure Docent is of an answer, and whether it gives it. */
    Answer answer(GoldQuestion gold) {
        return answerer.answer(question(gold));
    }

    /** The question as the chat asks it. */
    Question question(GoldQuestion gold) {
        List<Turn> turns = new ArrayList<>();
        for (int i = 0; i + 1 < gold.before().size(); i += 2) {
            String question = gold.before().get(i);
            turns.add(turn(
                    question,
                    followUps.standalone(question, turns),
                    gold.before().get(i + 1)));
        }
        String standalone = shortened(followUps.standalone(gold.text(), turns).strip());
        return new Question(standalone, FollowUps.conversation(standalone, turns), Set.of());
    }

    private static String shortened(String question) {
        return question.length() > Question.LONGEST ? question.substring(0, Question.LONGEST) : question;
    }

    private static Turn turn(String question, String searchedFor, String answer) {
        List<Sentence> sentences = SentenceSplitter.split(answer).stream()
                .map(span -> new Sentence(span.of(answer), List.of(), Support.SUPPORTED, null))
                .toList();
        return new Turn(
                "",
                "",
                question,
                searchedFor,
                Turn.Status.ANSWERED,
                answer,
                sentences,
                List.of(),
                List.of(),
                "",
                null,
                0,
                Instant.EPOCH);
    }
}
