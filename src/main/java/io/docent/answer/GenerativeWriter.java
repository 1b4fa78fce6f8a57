package io.docent.answer;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.model.TokenCountEstimator;
import dev.langchain4j.model.output.TokenUsage;
import io.docent.answer.Answer.Answered;
import io.docent.answer.Answer.NotFound;
import io.docent.answer.AnswerEvent.Found;
import io.docent.answer.AnswerEvent.Piece;
import io.docent.answer.Authorship.Tokens;
import io.docent.answer.DraftReader.Part;
import io.docent.answer.Explanation.Considered;
import io.docent.answer.ModelWriter.Written;
import io.docent.measure.Stage;
import io.docent.measure.Stages;
import io.docent.model.LlmSettings;
import io.docent.passage.Span;
import io.docent.retrieval.Retrieved;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Has a language model write the answer from the passages, checks it sentence by sentence while it comes, and assigns the
 * citations. Where the model fails, at the start or in the middle, the quoted answer stands in. For any thread.
 */
@Singleton
final class GenerativeWriter {

    private static final int MOST_CLOSEST = 3;

    private final ModelWriter model;
    private final LlmSettings llm;
    private final AnswerSettings settings;
    private final Prompts prompts;
    private final SupportCheck check;
    private final WrittenAnswers known;
    private final Stages stages;
    private final @Nullable TokenCountEstimator tokens;

    GenerativeWriter(
            ModelWriter model,
            LlmSettings llm,
            AnswerSettings settings,
            Prompts prompts,
            SupportCheck check,
            WrittenAnswers known,
            Optional<TokenCountEstimator> tokens,
            Stages stages) {
        this.stages = stages;
        this.model = model;
        this.llm = llm;
        this.settings = settings;
        this.prompts = prompts;
        this.check = check;
        this.known = known;
        this.tokens = tokens.orElse(null);
    }

    /** Whether there is a language model. */
    boolean isOn() {
        return model.isOn();
    }

    /**
     * Writes an answer.
     *
     * @param quoted the answer without a model, which stands in where the model fails
     * @param reader told the citations offered and the pieces; what it throws ends the writing
     */
    Answer write(Question question, Answered quoted, Consumer<AnswerEvent> reader) {
        Grounding grounding = ground(quoted);
        WrittenAnswers.Key key = new WrittenAnswers.Key(
                question.text(),
                grounding.passages().stream().map(Retrieved::passage).toList(),
                prompts.answer().version(),
                model.label());
        boolean shared = question.conversation().isEmpty();
        return shared
                ? known.get(key, reader, () -> writeAnew(question, quoted, grounding, reader))
                : writeAnew(question, quoted, grounding, reader);
    }

    private Grounding ground(Answered quoted) {
        TokenCountEstimator counting = tokens;
        if (counting == null) {
            throw new IllegalStateException("there is no language model");
        }
        List<Retrieved> passages = quoted.explanation().passages().stream()
                .filter(one -> !Considered.FOLDED.equals(one.cut()))
                .map(Considered::passage)
                .toList();
        return Grounding.of(passages, llm.passageTokens(), counting);
    }

    private Answer writeAnew(Question question, Answered quoted, Grounding grounding, Consumer<AnswerEvent> reader) {
        Prompt prompt = prompts.answer();
        Draft draft = new Draft(grounding, check.evidence(grounding.sources()), check, settings.drops(), prompt);
        Telling telling = new Telling(grounding, draft, reader);
        try {
            reader.accept(new Found(offered(grounding)));
            List<ChatMessage> messages = prompt.messages(Map.of(
                    "passages",
                    grounding.text(),
                    "question",
                    Grounding.fenced(question.text()),
                    "not_found",
                    Claims.NOT_FOUND));
            Written written = stages.time(Stage.WRITE, () -> model.write(messages, telling::piece));
            telling.end(written.isCut());
            return answer(quoted, grounding, draft, written);
        } catch (ModelFailure e) {
            return insteadOf(quoted, draft, e, reader);
        } catch (Unreadable e) {
            return insteadOf(quoted, draft, e.failure, reader);
        }
    }

    private static List<Citation> offered(Grounding grounding) {
        List<Citation> citations = new ArrayList<>();
        for (Grounding.Block block : grounding.blocks()) {
            Retrieved first = block.passages().getFirst();
            citations.add(Citation.of(
                    citations.size() + 1,
                    first.passage(),
                    first.document(),
                    new Span(0, first.passage().text().length())));
        }
        return citations;
    }

    private Answer answer(Answered quoted, Grounding grounding, Draft draft, Written written) {
        Authorship authorship = new Authorship(
                model.label(), prompts.answer().version(), tokens(written.usage()), null, draft.dropped());
        if (!draft.claimsSomething()) {
            if (draft.refused()) {
                return new NotFound(
                        closest(quoted), unused(quoted, "the language model found no answer in it"), authorship);
            }
            return quoted.with("The language model wrote no answer; the documents are quoted instead.");
        }
        if (draft.sentences().isEmpty()) {
            return new NotFound(
                    closest(quoted),
                    unused(quoted, "what the language model wrote is not borne out by it"),
                    authorship.with(
                            "Nothing that the language model wrote is borne out by the documents, so none of it is"
                                    + " shown."));
        }
        List<Considered> considered = quoted.explanation().passages().stream()
                .map(one -> considered(one, grounding, draft.citations()))
                .toList();
        return new Answered(
                draft.text().strip(),
                draft.sentences(),
                draft.citations(),
                new Explanation(
                        considered,
                        quoted.explanation().confidence(),
                        quoted.explanation().threshold()),
                authorship.with(notice(draft.dropped(), written.isCut())));
    }

    private static @Nullable String notice(int dropped, boolean isCut) {
        List<String> notices = new ArrayList<>();
        if (dropped > 0) {
            notices.add(
                    dropped == 1
                            ? "One sentence was left out, since the documents do not bear it out."
                            : dropped + " sentences were left out, since the documents do not bear them out.");
        }
        if (isCut) {
            notices.add("The answer was cut off at its longest allowed length.");
        }
        return notices.isEmpty() ? null : String.join(" ", notices);
    }

    private static @Nullable Tokens tokens(@Nullable TokenUsage usage) {
        if (usage == null) {
            return null;
        }
        Integer in = usage.inputTokenCount();
        Integer out = usage.outputTokenCount();
        return in == null || out == null ? null : new Tokens(in, out);
    }

    private static Considered considered(Considered one, Grounding grounding, List<Citation> citations) {
        boolean used = citations.stream()
                .anyMatch(citation ->
                        citation.document().equals(one.passage().document().id())
                                && one.passage().passage().span().contains(citation.span()));
        boolean shown = grounding.passages().contains(one.passage());
        String cut = used
                ? null
                : Considered.FOLDED.equals(one.cut())
                        ? one.cut()
                        : shown ? "the answer does not draw on it" : "it did not fit into the model's prompt";
        return new Considered(one.passage(), used, cut);
    }

    private static Explanation unused(Answered quoted, String why) {
        List<Considered> considered = quoted.explanation().passages().stream()
                .map(one -> new Considered(one.passage(), false, why))
                .toList();
        return new Explanation(
                considered,
                quoted.explanation().confidence(),
                quoted.explanation().threshold());
    }

    private static List<Citation> closest(Answered quoted) {
        return quoted.citations().stream().limit(MOST_CLOSEST).toList();
    }

    private Answer insteadOf(Answered quoted, Draft draft, ModelFailure failure, Consumer<AnswerEvent> reader) {
        String why = "The language model " + failure.getMessage();
        if (!draft.text().isEmpty()) {
            return quoted.with(why + ". What it had written is withdrawn and the documents are quoted instead.");
        }
        Answerer.tell(quoted, reader);
        return quoted.with(why + ". The documents are quoted instead.");
    }

    /** Passes on what is sure, in the midst of a callback that cannot throw what is checked. */
    private static final class Telling {

        private final Draft draft;
        private final DraftReader draftReader;
        private final Consumer<AnswerEvent> reader;

        Telling(Grounding grounding, Draft draft, Consumer<AnswerEvent> reader) {
            this.draft = draft;
            this.draftReader = new DraftReader(grounding.blocks().size());
            this.reader = reader;
        }

        void piece(String text) {
            if (text.isEmpty()) {
                reader.accept(new Piece(""));
            } else {
                tell(draftReader.read(text));
            }
        }

        /** A sentence that was cut off is not told. */
        void end(boolean isCut) {
            tell(isCut ? draftReader.cut() : draftReader.finish());
        }

        private void tell(List<Part> parts) {
            try {
                for (Part part : parts) {
                    reader.accept(new Piece(draft.add(part)));
                }
            } catch (ModelFailure e) {
                throw new Unreadable(e);
            }
        }
    }

    /** Carries a failure through a callback. */
    private static final class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient ModelFailure failure;

        Unreadable(ModelFailure failure) {
            super(failure);
            this.failure = failure;
        }
    }
}
