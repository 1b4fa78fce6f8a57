package io.docent.evaluation;

import io.docent.answer.Evidence;
import io.docent.answer.Evidence.Source;
import io.docent.answer.SupportCheck;
import io.docent.answer.SupportCheck.Verdict;
import io.docent.evaluation.SupportSet.Example;
import io.docent.index.TokenVectors;
import io.docent.model.TokenCodec;
import io.docent.model.TokenEmbeddingModel;
import io.docent.model.TokenEmbeddings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Measures the check of written sentences on {@link SupportSet}, or on sentences that a person labelled: the share of false sentences that it catches (its
 * recall), the share of reworded true ones that it flags, and its precision on as many true as false ones. Statements made of
 * questions stand apart: many say what no single sentence says, and the rule leaves some ungrammatical.
 */
final class SupportEvaluation {

    private static final String VERBATIM = "verbatim";

    private final DataSet set;
    private final Workers workers;
    private final SupportCheck check;
    private final TokenEmbeddingModel embedder;
    private final Map<String, String> above = new HashMap<>();
    private final Map<String, Source> sources = new ConcurrentHashMap<>();
    private final Map<List<String>, Evidence> evidences = new ConcurrentHashMap<>();

    SupportEvaluation(DataSet set, Workers workers, Library collection) {
        this(set, workers, collection.supportCheck(), collection.embedder());
    }

    SupportEvaluation(DataSet set, Workers workers, SupportCheck check, TokenEmbeddingModel embedder) {
        this.set = set;
        this.workers = workers;
        this.check = check;
        this.embedder = embedder;
        if (set.kind() == DataSet.Kind.STATEMENTS) {
            set.documents().forEach(passage -> above.put(passage.text(), passage.group()));
        }
    }

    /** Nothing where it is not known which sentences answer. */
    Optional<SetResult> run() {
        List<Example> examples = SupportSet.of(set);
        if (examples.isEmpty()) {
            return Optional.empty();
        }
        List<QuestionResult> results = workers.map(examples, this::result);
        List<Figure> figures = new ArrayList<>(SetEvaluation.means(results));
        precision(figures);
        return Optional.of(new SetResult(set.name() + ".support", 0, sources.size(), results, figures, List.of()));
    }

    private QuestionResult result(Example example) {
        Evidence evidence = evidences.computeIfAbsent(
                example.sources(),
                texts -> check.evidence(texts.stream().map(this::source).toList()));
        Verdict verdict = check.check(example.sentence(), evidence);
        double flagged = verdict.isSupported() ? 0 : 1;
        Map<String, Double> values = new LinkedHashMap<>();
        if (example.isTrue()) {
            if (!example.kind().equals(VERBATIM) && !example.kind().equals(SupportSet.STATEMENT)) {
                values.put("flagged", flagged);
            }
            values.put("flagged." + example.kind(), flagged);
        } else {
            values.put("caught", flagged);
            values.put("caught." + example.kind(), flagged);
        }
        List<String> found = verdict.units().stream().map(Evidence.Unit::text).toList();
        return new QuestionResult(
                example.kind(),
                example.sentence(),
                example.sentence(),
                List.of(example.isTrue() ? "supported" : "unsupported"),
                verdict.isSupported() ? "supported" : "unsupported: " + verdict.reason(),
                found,
                0,
                values);
    }

    private static void precision(List<Figure> figures) {
        double caught = value(figures, "caught");
        double flagged = value(figures, "flagged");
        if (caught + flagged > 0) {
            double precision = caught / (caught + flagged);
            figures.add(new Figure("precision", precision, 0, precision, precision));
        }
    }

    private static double value(List<Figure> figures, String name) {
        return figures.stream()
                .filter(figure -> figure.name().equals(name))
                .mapToDouble(Figure::value)
                .findFirst()
                .orElse(0);
    }

    private Source source(String text) {
        return sources.computeIfAbsent(text, this::embedded);
    }

    private Source embedded(String text) {
        TokenEmbeddings embedded = embedder.embedTokens(text);
        int size = embedded.tokens().size();
        char[] starts = new char[size];
        for (int token = 0; token < size; token++) {
            starts[token] = (char) embedded.tokens().starts()[token];
        }
        return new Source(
                text, above.getOrDefault(text, ""), new TokenVectors(starts, TokenCodec.encode(embedded, 0, size)));
    }
}
