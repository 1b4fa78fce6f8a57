package io.docent.channel.openai;

import io.docent.answer.Question;
import io.docent.channel.Footnotes;
import io.docent.channel.Markdown;
import io.docent.chat.Chat;
import io.docent.chat.ChatEvent;
import io.docent.history.Turn;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Answers requests. For any thread. */
@Singleton
final class Answers {

    private final Chat chat;
    private final Footnotes footnotes;
    private final TokenCount tokens;

    Answers(Chat chat, Footnotes footnotes, TokenCount tokens) {
        this.chat = chat;
        this.footnotes = footnotes;
        this.tokens = tokens;
    }

    /** Refuses what is no question before anything of a response is sent. */
    static void check(Asked asked) {
        String question = SideTask.question(asked.prompt());
        if (SideTask.reply(asked.prompt(), asked.before()).isEmpty() && question.length() > Question.LONGEST) {
            throw RefusedException.tooLong(
                    "messages",
                    "the last message has " + Markdown.count(question.length()) + " characters; a question has at most "
                            + Markdown.count(Question.LONGEST));
        }
    }

    /**
     * Answers.
     *
     * @param reader told the content piece by piece; all pieces together are the content of the reply, unless what was
     *     told had to be withdrawn, which they say then
     */
    Reply answer(Asked asked, Consumer<String> reader) {
        Optional<String> side = SideTask.reply(asked.prompt(), asked.before());
        if (side.isPresent()) {
            reader.accept(side.get());
            return new Reply(side.get(), List.of(), tokens.of(asked.text(), side.get()));
        }
        Telling telling = new Telling(reader);
        Turn turn = chat.answer("openai", SideTask.question(asked.prompt()), asked.before(), Set.of(), telling)
                .turn();
        String content = Markdown.inert(turn.answer()) + footnotes.of(turn);
        telling.end(Markdown.inert(turn.answer()), footnotes.of(turn));
        return new Reply(
                content,
                turn.citations().stream().map(CitationJson::of).toList(),
                tokens.of(turn, asked::text, content));
    }

    /** Tells pieces as they come, each made inert in the light of those before. */
    private static final class Telling implements Consumer<ChatEvent> {

        private final Consumer<String> reader;
        private final StringBuilder raw = new StringBuilder();
        private String told = "";

        Telling(Consumer<String> reader) {
            this.reader = reader;
        }

        @Override
        public void accept(ChatEvent event) {
            switch (event) {
                case ChatEvent.Found found -> reader.accept("");
                case ChatEvent.Piece piece -> {
                    raw.append(piece.text());
                    tell(Markdown.inert(raw.toString()));
                }
            }
        }

        private void tell(String all) {
            String piece = all.startsWith(told) ? all.substring(told.length()) : "";
            reader.accept(piece);
            told += piece;
        }

        /** What is missing of the answer; where another than the one that was told stands in, that and why. */
        void end(String answer, String footnotes) {
            if (answer.startsWith(told.strip())) {
                reader.accept(answer.substring(told.strip().length()) + footnotes);
            } else {
                reader.accept("\n\n---\n\n**What stands above is withdrawn.**\n\n" + answer + footnotes);
            }
        }
    }
}
