package io.docent.answer;

import io.docent.index.Term;
import io.docent.index.TermAnalyzer;
import io.docent.retrieval.AnalysedQuestion;
import io.docent.retrieval.Retrieved;
import jakarta.inject.Singleton;
import java.util.List;

/** Prepares passages for comparison with a question. For any thread. */
@Singleton
final class PassageMatching {

    private final TermAnalyzer analyzer;

    PassageMatching(TermAnalyzer analyzer) {
        this.analyzer = analyzer;
    }

    QuestionMatch match(AnalysedQuestion question, Retrieved retrieved) {
        String above = retrieved.document().title() + ". "
                + String.join(". ", retrieved.passage().headings());
        List<Term> terms = analyzer.analyze(
                retrieved.passage().text(), retrieved.document().language());
        return new QuestionMatch(
                question,
                retrieved.tokens(),
                terms,
                analyzer.analyze(above, retrieved.document().language()));
    }
}
