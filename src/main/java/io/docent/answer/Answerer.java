package io.docent.answer;

import io.docent.answer.Answer.Answered;
import io.docent.answer.Answer.NotFound;
import io.docent.answer.Answer.Reply;
import io.docent.answer.AnswerEvent.Done;
import io.docent.answer.AnswerEvent.Found;
import io.docent.answer.AnswerEvent.Piece;
import io.docent.answer.Explanation.Considered;
import io.docent.answer.ExtractiveWriter.Written;
import io.docent.measure.Stage;
import io.docent.measure.Stages;
import io.docent.passage.Passage;
import io.docent.retrieval.Retrieval;
import io.docent.retrieval.Retrieved;
import io.docent.retrieval.Retriever;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Answers questions from the documents. For any thread. */
@Singleton
public final class Answerer {

    /** Passages that are retrieved for a question. */
    static final int PASSAGES = 12;

    private static final int MOST_CLOSEST = 3;

    private final Retriever retriever;
    private final Confidence confidence;
    private final ExtractiveWriter writer;
    private final SummaryWriter summaries;
    private final GenerativeWriter generative;
    private final Stages stages;

    Answerer(
            Retriever retriever,
            Confidence confidence,
            ExtractiveWriter writer,
            SummaryWriter summaries,
            GenerativeWriter generative,
            Stages stages) {
        this.stages = stages;
        this.generative = generative;
        this.retriever = retriever;
        this.confidence = confidence;
        this.writer = writer;
        this.summaries = summaries;
    }

    /**
     * Answers, telling what there is to see on the way.
     *
     * @param reader called on this thread; the last event is the answer that is also returned
     */
    public Answer answer(Question question, Consumer<AnswerEvent> reader) {
        Answer quoted = answer(question);
        Answer answer = quoted instanceof Answered answered ? written(question, answered, reader) : quoted;
        reader.accept(new Done(answer));
        return answer;
    }

    private Answer written(Question question, Answered quoted, Consumer<AnswerEvent> reader) {
        boolean fromPassages = !quoted.explanation().passages().isEmpty();
        if (generative.isOn() && fromPassages) {
            return generative.write(question, quoted, reader);
        }
        tell(quoted, reader);
        return quoted;
    }

    /** Tells an answer of quotes sentence by sentence. */
    static void tell(Answered answered, Consumer<AnswerEvent> reader) {
        reader.accept(new Found(answered.citations()));
        String before = "";
        for (int end = 1; end <= answered.sentences().size(); end++) {
            String text = AnswerText.of(answered.sentences().subList(0, end));
            reader.accept(new Piece(text.substring(before.length())));
            before = text;
        }
    }

    /** Answers at once, by quoting, whatever language model is configured. */
    public Answer answer(Question question) {
        Optional<String> reply = SmallTalk.reply(question.text());
        if (reply.isPresent()) {
            return new Reply(reply.get());
        }
        Optional<SummaryRequest> request = SummaryRequest.in(question.text());
        Optional<Written> summary = request.flatMap(wish -> summaries.write(wish, question.documents()));
        if (summary.isPresent()) {
            Written written = summary.get();
            return new Answered(written.sentences(), written.citations(), new Explanation(List.of(), 1, 0));
        }
        // What no document and no section is called may still be something that the documents speak of.
        String asked = request.map(SummaryRequest::subject)
                .filter(subject -> !subject.isBlank())
                .orElse(question.text());
        Retrieval retrieval = retriever.retrieve(asked, question.conversation(), question.documents(), PASSAGES);
        double sure = confidence.of(retrieval);
        double threshold = confidence.threshold(retrieval.question());
        return sure < threshold ? notFound(retrieval, sure, threshold) : answered(question, retrieval, sure, threshold);
    }

    private Answered answered(Question question, Retrieval retrieval, double sure, double threshold) {
        Written written = stages.time(Stage.QUOTE, () -> writer.write(question.text(), retrieval.sentences()));
        List<Considered> considered = new ArrayList<>();
        for (Retrieved passage : retrieval.passages()) {
            boolean used = written.citations().stream().anyMatch(citation -> isOf(citation, passage.passage()));
            considered.add(
                    new Considered(passage, used, used ? null : "its sentences answer less well than those quoted"));
        }
        addFolded(retrieval, considered);
        return new Answered(written.sentences(), written.citations(), new Explanation(considered, sure, threshold));
    }

    private static boolean isOf(Citation citation, Passage passage) {
        return citation.document().equals(passage.document()) && passage.span().contains(citation.span());
    }

    private NotFound notFound(Retrieval retrieval, double sure, double threshold) {
        List<Considered> considered = new ArrayList<>();
        List<Citation> closest = new ArrayList<>();
        for (Retrieved passage : retrieval.passages()) {
            considered.add(new Considered(passage, false, "nothing in it answers the question surely enough"));
            if (closest.size() < MOST_CLOSEST) {
                retrieval.sentences().stream()
                        .filter(sentence -> sentence.passage().equals(passage))
                        .findFirst()
                        .ifPresent(best -> closest.add(
                                Citation.of(closest.size() + 1, passage.passage(), passage.document(), best.span())));
            }
        }
        addFolded(retrieval, considered);
        return new NotFound(closest, new Explanation(considered, sure, threshold));
    }

    private static void addFolded(Retrieval retrieval, List<Considered> considered) {
        retrieval.folded().forEach(passage -> considered.add(new Considered(passage, false, Considered.FOLDED)));
    }
}
