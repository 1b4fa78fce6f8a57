package io.docent.channel.mcp;

import io.docent.access.PublicUrl;
import io.docent.answer.Citation;
import io.docent.answer.Question;
import io.docent.answer.Sentence;
import io.docent.channel.Markdown;
import io.docent.chat.Chat;
import io.docent.history.Turn;
import io.modelcontextprotocol.spec.McpSchema.ResourceLink;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers a question. */
@Singleton
final class AskTool implements Tool {

    private static final Set<String> ARGUMENTS = Set.of("question", "documentIds");

    private static final int MOST_DOCUMENTS = 100;

    private static final int LONGEST_DESCRIPTION = 200;

    private final Chat chat;
    private final Documents documents;
    private final PublicUrl publicUrl;

    AskTool(Chat chat, Documents documents, PublicUrl publicUrl) {
        this.chat = chat;
        this.documents = documents;
        this.publicUrl = publicUrl;
    }

    @Override
    public String name() {
        return "ask";
    }

    @Override
    public Result call(@Nullable Map<String, Object> values) {
        Arguments arguments = new Arguments(values, ARGUMENTS);
        String question = arguments.text("question", Question.LONGEST);
        List<String> among = arguments.texts("documentIds", MOST_DOCUMENTS);
        Turn turn = chat.answer("mcp", question, List.of(), documents.known(among), event -> {})
                .turn();
        return new Result(
                answered(turn),
                Stream.concat(turn.citations().stream(), turn.closest().stream())
                        .map(AskTool::link)
                        .toList());
    }

    private static ResourceLink link(Citation citation) {
        return place(citation)
                .link(
                        citation.source() + " [" + citation.number() + "]",
                        citation.title(),
                        Markdown.shortened(citation.quote().strip(), LONGEST_DESCRIPTION));
    }

    private static Place place(Citation citation) {
        return new Place(citation.document(), citation.hash(), citation.span());
    }

    private Answered answered(Turn turn) {
        return new Answered(
                turn.status().name().toLowerCase(Locale.ROOT),
                // It is Markdown, and shown by programs of all kinds.
                Markdown.inert(turn.answer()),
                turn.sentences().stream().map(Said::of).toList(),
                turn.citations().stream().map(this::cited).toList(),
                turn.closest().stream().map(this::cited).toList(),
                turn.notice());
    }

    private Cited cited(Citation citation) {
        return new Cited(
                citation.number(),
                citation.document().value(),
                citation.title(),
                citation.source(),
                citation.page(),
                citation.headings(),
                citation.quote(),
                citation.span().start(),
                citation.span().end(),
                citation.hash(),
                publicUrl.resolve(citation.path()).orElse(citation.path()),
                place(citation).uri());
    }

    /** As {@code outputSchema} of {@code ask.json} has it. */
    record Answered(
            String status,
            String answer,
            List<Said> sentences,
            List<Cited> citations,
            List<Cited> closest,
            @Nullable String notice) {}

    /** A sentence and its verdict. */
    record Said(
            String text,
            List<Integer> citations,
            String support,
            @Nullable String reason) {

        static Said of(Sentence sentence) {
            return new Said(
                    sentence.text(),
                    sentence.citations(),
                    sentence.support().name().toLowerCase(Locale.ROOT),
                    sentence.reason());
        }
    }

    /** Where something stands. */
    record Cited(
            int number,
            String documentId,
            String title,
            String source,
            @Nullable Integer page,
            List<String> headings,
            String quote,
            int start,
            int end,
            String hash,
            String link,
            String resource) {}
}
