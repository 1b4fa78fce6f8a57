package io.docent.chat;

import io.docent.answer.Answer;
import io.docent.answer.Answer.Answered;
import io.docent.answer.Answer.NotFound;
import io.docent.answer.Answer.Reply;
import io.docent.answer.AnswerEvent;
import io.docent.answer.Answerer;
import io.docent.answer.Authorship;
import io.docent.answer.Citation;
import io.docent.answer.Examples;
import io.docent.answer.Question;
import io.docent.answer.Sentence;
import io.docent.document.DocumentId;
import io.docent.history.History;
import io.docent.history.Turn;
import io.docent.history.Turn.Status;
import io.docent.ingest.FolderIndexing;
import io.docent.load.BusyException;
import io.docent.load.Load;
import io.docent.measure.Stage;
import io.docent.measure.Stages;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Answers a question in its conversation and records both. For any thread. */
@Singleton
public final class Chat {

    private final Answerer answerer;
    private final Standalone standalone;
    private final Examples examples;
    private final History history;
    private final QuestionMeters meters;
    private final Stages stages;
    private final Clock clock;
    private final Load load;
    private final FolderIndexing indexing;

    Chat(
            Answerer answerer,
            Standalone standalone,
            Examples examples,
            History history,
            QuestionMeters meters,
            Stages stages,
            Clock clock,
            Load load,
            FolderIndexing indexing) {
        this.meters = meters;
        this.stages = stages;
        this.answerer = answerer;
        this.standalone = standalone;
        this.examples = examples;
        this.history = history;
        this.clock = clock;
        this.load = load;
        this.indexing = indexing;
    }

    /**
     * Answers; on return the turn is durable.
     *
     * @param reader called on this thread while the answer comes about
     * @throws NoSuchConversationException where the asker has no such conversation
     */
    public ChatTurn ask(ChatRequest request, Consumer<ChatEvent> reader) {
        return meters.measure(request.channel(), () -> {
            Outcome outcome = answer(request, turnsBefore(request), reader);
            Turn turn = outcome.turn();
            stages.time(Stage.RECORD, () -> {
                history.append(
                        turn,
                        request.person(),
                        request.channel(),
                        outcome.answer().authorship().withheld());
                return turn;
            });
            return outcome.told();
        });
    }

    /**
     * Answers a question whose conversation its asker keeps. Nothing of it is recorded: the ids of the turn lead nowhere.
     *
     * @param channel by which it came, the name of its package
     * @param question 1 to 2,000 characters after trimming
     * @param before what was said before, in its order; what is long ago is not looked at
     * @param documents to answer from; empty for all
     * @param reader called on this thread while the answer comes about
     * @throws BusyException where as many questions are being answered as are taken
     */
    public ChatTurn answer(
            String channel, String question, List<Said> before, Set<DocumentId> documents, Consumer<ChatEvent> reader) {
        ChatRequest request = new ChatRequest(channel, "", null, question, documents);
        load.questions().enter();
        try {
            return meters.measure(
                    channel,
                    () -> answer(request, standalone.turns(before), reader).told());
        } finally {
            load.questions().leave();
        }
    }

    private Outcome answer(ChatRequest request, List<Turn> before, Consumer<ChatEvent> reader) {
        long start = System.nanoTime();
        Instant askedAt = clock.instant();
        String unread = unread();
        String searched = standalone.question(request.question().strip(), before);
        AtomicBoolean told = new AtomicBoolean();
        Answer answer = answerer.answer(
                new Question(searched, FollowUps.conversation(searched, before), request.documents()), event -> {
                    pass(event, reader);
                    told.compareAndSet(false, event instanceof AnswerEvent.Found);
                });
        if (!told.get()) {
            reader.accept(new ChatEvent.Found(List.of()));
            reader.accept(new ChatEvent.Piece(text(answer)));
        }
        Turn turn = turn(request, searched, answer, unread, askedAt, Duration.ofNanos(System.nanoTime() - start));
        return new Outcome(turn, answer);
    }

    private List<Turn> turnsBefore(ChatRequest request) {
        String id = request.conversationId();
        if (id == null) {
            return List.of();
        }
        if (history.conversation(id, request.person()).isEmpty()) {
            throw new NoSuchConversationException(id);
        }
        return history.turns(id, request.person());
    }

    private static void pass(AnswerEvent event, Consumer<ChatEvent> reader) {
        switch (event) {
            case AnswerEvent.Found found -> reader.accept(new ChatEvent.Found(found.citations()));
            case AnswerEvent.Piece piece -> reader.accept(new ChatEvent.Piece(piece.text()));
            case AnswerEvent.Done done -> {} // told as the whole turn, once that is kept
        }
    }

    private Turn turn(
            ChatRequest request,
            String searched,
            Answer answer,
            @Nullable String unread,
            Instant askedAt,
            Duration took) {
        String id = request.conversationId();
        Authorship.Tokens tokens = answer.authorship().tokens();
        return new Turn(
                UnguessableId.make(),
                id == null ? UnguessableId.make() : id,
                request.question().strip(),
                searched,
                answer instanceof NotFound ? Status.NOT_FOUND : Status.ANSWERED,
                text(answer),
                answer instanceof Answered answered ? answered.sentences() : List.<Sentence>of(),
                answer instanceof Answered answered ? answered.citations() : List.<Citation>of(),
                answer instanceof NotFound notFound ? notFound.closest() : List.<Citation>of(),
                answer.authorship().model(),
                notice(answer, unread),
                took.toMillis(),
                askedAt,
                answer.authorship().prompt(),
                tokens == null ? null : tokens.in(),
                tokens == null ? null : tokens.out());
    }

    private static @Nullable String notice(Answer answer, @Nullable String unread) {
        String own = answer.authorship().notice();
        if (unread == null || !(answer instanceof NotFound)) {
            return own;
        }
        return own == null ? unread : own + " " + unread;
    }

    /** What is not in the documents may be in those that are not read yet. */
    private @Nullable String unread() {
        return indexing.isBehind() ? Unread.notice(indexing.progress()) : null;
    }

    private String text(Answer answer) {
        return switch (answer) {
            case Answered answered -> answered.text();
            case NotFound notFound -> "This is not in the documents.";
            case Reply reply -> reply.text() + suggestions();
        };
    }

    private String suggestions() {
        List<String> questions = examples.questions();
        return questions.isEmpty()
                ? ""
                : "\n\nYou could ask, for example:\n- "
                        + String.join("\n- ", questions.subList(0, Math.min(3, questions.size())));
    }

    private record Outcome(Turn turn, Answer answer) {

        ChatTurn told() {
            return new ChatTurn(turn, answer.explanation());
        }
    }
}
