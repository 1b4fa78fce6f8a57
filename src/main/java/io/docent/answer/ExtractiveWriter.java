package io.docent.answer;

import io.docent.passage.SentenceSplitter;
import io.docent.passage.Span;
import io.docent.retrieval.Retrieved;
import io.docent.retrieval.ScoredSentence;
import io.docent.retrieval.SentenceFeature;
import io.docent.retrieval.Surroundings;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes an answer without a model: one to three quotes, the best first. For any thread. */
@Singleton
final class ExtractiveWriter {

    static final int MOST_SENTENCES = 3;
    static final int LONGEST_ANSWER = 800;

    /** A sentence this much below the best one's score is a hundred and fifty times less likely to answer. */
    private static final double SECOND_MARGIN = 5.0;

    /** Fifty times less likely: who has read two sentences has mostly read the answer. */
    private static final double THIRD_MARGIN = 4.0;

    /**
     * Quotes the best sentences.
     *
     * @param question what was asked
     * @param sentences best first, at least one
     */
    Written write(String question, List<ScoredSentence> sentences) {
        double best = sentences.getFirst().score();
        List<Quote> quotes = new ArrayList<>();
        for (ScoredSentence sentence : sentences) {
            double margin = quotes.size() < 2 ? SECOND_MARGIN : THIRD_MARGIN;
            if (quotes.size() == MOST_SENTENCES || sentence.score() < best - margin) {
                break;
            }
            if (isLesserRow(sentence, sentences.getFirst())) {
                continue;
            }
            Optional<Quote> possible = quote(question, sentence);
            if (possible.isEmpty()) {
                continue;
            }
            add(possible.get(), quotes);
        }
        if (quotes.isEmpty()) {
            quotes.add(new Quote(
                    sentences.getFirst().passage(), sentences.getFirst().span()));
        }
        return cite(quotes);
    }

    /**
     * Adds a quote if there is room for it; those that it overlaps become one with it, as where it brings what is before. A
     * row that is quoted stays as it is: with its whole table around it, it would have to be looked for.
     */
    private static void add(Quote possible, List<Quote> quotes) {
        List<Quote> overlapped = quotes.stream().filter(possible::overlaps).toList();
        if (overlapped.stream().anyMatch(Quote::isRow)) {
            return;
        }
        Quote quote = overlapped.stream().reduce(possible, Quote::with);
        if (overlapped.contains(quote)) {
            return;
        }
        int length = quotes.stream()
                .filter(other -> !overlapped.contains(other))
                .mapToInt(other -> other.text().length() + 1)
                .sum();
        boolean fits =
                quotes.isEmpty() || (length + quote.text().length() + 1 <= LONGEST_ANSWER && isSentence(quote.text()));
        if (fits && !overlapped.isEmpty()) {
            quotes.set(quotes.indexOf(overlapped.getFirst()), quote);
            quotes.removeAll(overlapped);
        } else if (fits && quotes.stream().noneMatch(quote::repeats)) {
            quotes.add(quote);
        }
    }

    /** Where a row of a table answers, its other rows say the same of something that was not asked for. */
    private static boolean isLesserRow(ScoredSentence sentence, ScoredSentence best) {
        return isRow(best)
                && isRow(sentence)
                && sentence.passage()
                        .document()
                        .id()
                        .equals(best.passage().document().id())
                && sentence.feature(SentenceFeature.WORDS) < best.feature(SentenceFeature.WORDS);
    }

    private static boolean isRow(ScoredSentence sentence) {
        return SentenceSplitter.isRow(sentence.passage().passage().text(), sentence.span());
    }

    /** For a question that the documents ask themselves, what they answer to it; empty where they do not. */
    private static Optional<Quote> quote(String question, ScoredSentence sentence) {
        String text = sentence.passage().passage().text();
        List<Span> all = SentenceSplitter.split(text);
        int position = sentence.position();
        while (position < all.size() && isQuestion(all.get(position).of(text))) {
            position++;
        }
        if (position == all.size()) {
            return Optional.empty();
        }
        ScoredSentence answering = sentence.at(position, all.get(position));
        Span before = all.get(Math.max(0, position - 1));
        Span alone = isQuestion(before.of(text)) ? answering.span() : before;
        Span label = Surroundings.of(text, all).get(position).label();
        return Optional.of(new Quote(sentence.passage(), QuotedUnit.of(answering, alone, label, question)));
    }

    private static boolean isQuestion(String text) {
        return text.endsWith("?") || text.endsWith("？");
    }

    /** Headings and labels are found with the words of a question, but add nothing to an answer. */
    private static boolean isSentence(String text) {
        char last = text.charAt(text.length() - 1);
        return !Character.isLetterOrDigit(last) || text.contains(" | ") || text.contains(": ");
    }

    private static Written cite(List<Quote> quotes) {
        List<Sentence> sentences = new ArrayList<>();
        List<Citation> citations = new ArrayList<>();
        for (Quote quote : quotes) {
            int number = citations.size() + 1;
            citations.add(
                    Citation.of(number, quote.from().passage(), quote.from().document(), quote.span()));
            sentences.add(Sentence.quoted(quote.text(), number));
        }
        return new Written(sentences, citations);
    }

    /**
     * What was written.
     *
     * @param sentences in reading order
     * @param citations that they name
     */
    record Written(List<Sentence> sentences, List<Citation> citations) {}

    private record Quote(Retrieved from, Span span) {

        String text() {
            return QuoteText.readable(span.of(from.passage().text()));
        }

        boolean isRow() {
            return SentenceSplitter.isRow(from.passage().text(), span);
        }

        boolean overlaps(Quote other) {
            return from.passage().equals(other.from.passage()) && span.overlaps(other.span);
        }

        Quote with(Quote other) {
            return new Quote(other.from, span.union(other.span));
        }

        /** The same words elsewhere, or a part of them. */
        boolean repeats(Quote other) {
            String own = text().toLowerCase(Locale.ROOT);
            String others = other.text().toLowerCase(Locale.ROOT);
            return own.contains(others) || others.contains(own);
        }
    }
}
