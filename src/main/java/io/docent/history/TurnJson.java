package io.docent.history;

import io.docent.answer.Citation;
import io.docent.answer.Sentence;
import io.docent.answer.Support;
import io.docent.document.DocumentId;
import io.docent.passage.Span;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes the lists of a turn as JSON, in shapes of its own, so that what is stored outlives changes elsewhere. */
@Singleton
final class TurnJson {

    private static final Argument<List<SentenceRow>> SENTENCES = Argument.listOf(SentenceRow.class);
    private static final Argument<List<CitationRow>> CITATIONS = Argument.listOf(CitationRow.class);

    private final ObjectMapper mapper;

    TurnJson(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    StoredTurn write(Turn turn, int position, @Nullable String channel, int doubts) {
        return new StoredTurn(
                turn.id(),
                turn.conversationId(),
                position,
                turn.question(),
                turn.searchedFor(),
                turn.status().name(),
                turn.answer(),
                write(SENTENCES, turn.sentences().stream().map(SentenceRow::of).toList()),
                write(CITATIONS, turn.citations().stream().map(CitationRow::of).toList()),
                write(CITATIONS, turn.closest().stream().map(CitationRow::of).toList()),
                turn.model(),
                turn.notice(),
                turn.tookMs(),
                turn.askedAt(),
                turn.prompt(),
                turn.tokensIn(),
                turn.tokensOut(),
                channel,
                doubts);
    }

    Turn read(StoredTurn row) {
        return new Turn(
                row.id(),
                row.conversationId(),
                row.question(),
                row.searchedFor(),
                Turn.Status.valueOf(row.status()),
                row.answer(),
                read(SENTENCES, row.sentences()).stream()
                        .map(SentenceRow::sentence)
                        .toList(),
                read(CITATIONS, row.citations()).stream()
                        .map(CitationRow::citation)
                        .toList(),
                read(CITATIONS, row.closest()).stream()
                        .map(CitationRow::citation)
                        .toList(),
                row.model(),
                row.notice(),
                row.tookMs(),
                row.askedAt(),
                row.prompt(),
                row.tokensIn(),
                row.tokensOut());
    }

    private <T> String write(Argument<T> type, T value) {
        try {
            return mapper.writeValueAsString(type, value);
        } catch (IOException e) {
            throw new UncheckedIOException("a turn cannot be written as JSON", e);
        }
    }

    private <T> List<T> read(Argument<List<T>> type, String json) {
        try {
            List<T> value = mapper.readValue(json, type);
            return value == null ? List.of() : value;
        } catch (IOException e) {
            throw new UncheckedIOException("a stored turn is not the JSON it was", e);
        }
    }

    @Serdeable
    record SentenceRow(
            String text,
            List<Integer> citations,
            String support,
            @Nullable String reason) {

        static SentenceRow of(Sentence sentence) {
            return new SentenceRow(
                    sentence.text(),
                    sentence.citations(),
                    sentence.support().name().toLowerCase(Locale.ROOT),
                    sentence.reason());
        }

        Sentence sentence() {
            return new Sentence(text, citations, Support.valueOf(support.toUpperCase(Locale.ROOT)), reason);
        }
    }

    @Serdeable
    record CitationRow(
            int number,
            String document,
            String title,
            String source,
            @Nullable Integer page,
            List<String> headings,
            String quote,
            int start,
            int end,
            String hash) {

        static CitationRow of(Citation citation) {
            return new CitationRow(
                    citation.number(),
                    citation.document().value(),
                    citation.title(),
                    citation.source(),
                    citation.page(),
                    citation.headings(),
                    citation.quote(),
                    citation.span().start(),
                    citation.span().end(),
                    citation.hash());
        }

        Citation citation() {
            return new Citation(
                    number, new DocumentId(document), title, source, page, headings, quote, new Span(start, end), hash);
        }
    }
}
