package io.docent.retrieval;

import io.docent.index.Term;
import io.docent.index.TermAnalyzer;
import io.docent.passage.Span;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.regex.Pattern;

/** Prepares passages for comparison with a question. For any thread. */
@Singleton
public final class PassageMatching {

    private static final Pattern ADDRESS = Pattern.compile("\\b\\w+://\\S+");

    private final TermAnalyzer analyzer;

    PassageMatching(TermAnalyzer analyzer) {
        this.analyzer = analyzer;
    }

    /** Prepares a passage for comparison with the question it was found for. */
    public QuestionMatch match(AnalysedQuestion question, Retrieved retrieved) {
        String above = retrieved.document().title() + ". "
                + String.join(". ", retrieved.passage().headings());
        List<Term> terms = withoutAddresses(
                analyzer.analyze(
                        retrieved.passage().text(), retrieved.document().language()),
                retrieved.passage().text());
        return new QuestionMatch(
                question,
                retrieved.tokens(),
                terms,
                analyzer.analyze(above, retrieved.document().language()));
    }

    /** The words of a web address say where it leads, not what the sentence is about. */
    private static List<Term> withoutAddresses(List<Term> terms, String text) {
        if (!text.contains("://")) {
            return terms;
        }
        List<Span> addresses = ADDRESS.matcher(text)
                .results()
                .map(found -> new Span(found.start(), found.end()))
                .toList();
        return terms.stream()
                .filter(term ->
                        addresses.stream().noneMatch(address -> address.contains(new Span(term.start(), term.end()))))
                .toList();
    }
}
