package io.docent.evaluation;

import io.docent.answer.SentenceFeature;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Learns the weights of answers. Everything is cross-validated by group: what is told of the weights comes from
 * questions on articles that they were not learnt from; and how sure an answer is, is learnt from sentences that were
 * chosen that way.
 */
public final class Training {

    private static final double RIDGE = 1;

    private final PrintStream out;
    private final Folds folds = new Folds();

    public Training(PrintStream out) {
        this.out = out;
    }

    /** Learns, tells how good it is beside what is shipped, and gives the resource's text. */
    public String run(Request request) {
        try (Workers workers = new Workers();
                Indexes indexes = new Indexes(request.index())) {
            List<SentenceExample> sentences = new ArrayList<>();
            for (DataSet set : sets(request.sentences())) {
                try (Library library = library(set, indexes, workers)) {
                    sentences.addAll(new ExampleCollector(set, library, workers).sentences());
                }
            }
            SentenceTrainer sentenceTrainer = new SentenceTrainer(RIDGE);
            double[] sentence = sentenceTrainer.train(sentences);
            List<double[]> held = folds.train(sentences, SentenceExample::group, sentenceTrainer::train);
            List<ConfidenceExample> confidences = new ArrayList<>();
            for (DataSet set : sets(request.confidence())) {
                try (Library library = library(set, indexes, workers)) {
                    confidences.addAll(new ExampleCollector(set, library, workers)
                            .confidences(group -> held.get(folds.of(group))));
                    tellSentences(sentences, held, shippedSentences(library));
                }
            }
            ConfidenceTrainer confidenceTrainer = new ConfidenceTrainer(RIDGE);
            double[] confidence = confidenceTrainer.train(confidences);
            List<double[]> heldConfidence =
                    folds.train(confidences, ConfidenceExample::group, confidenceTrainer::train);
            ToDoubleFunction<ConfidenceExample> sure =
                    example -> example.confidence(heldConfidence.get(folds.of(example.group())));
            tellConfidence("shipped (seen)", confidences, ConfidenceExample::shipped);
            tellConfidence("cross-validated", confidences, sure);
            double threshold = threshold(confidences, sure, request.kept());
            tellThresholds(confidences, sure, threshold);
            return WeightsText.of(sentence, confidence, threshold, madeFrom(request));
        }
    }

    private static List<DataSet> sets(List<Path> files) {
        return files.stream().flatMap(file -> DataSets.in(file, null).stream()).toList();
    }

    private Library library(DataSet set, Indexes indexes, Workers workers) {
        Library library = new Library(indexes.folder(set), workers);
        Progress progress = new Progress(out);
        int total = set.documents().size();
        library.add(set.documents(), done -> progress.tell(set.name(), "documents indexed", done, total));
        out.println(set.name() + ": asking");
        return library;
    }

    @SuppressWarnings("EnumOrdinal") // a row of numbers in the order of the features
    private static double[] shippedSentences(Library library) {
        double[] shipped = new double[SentenceFeature.values().length];
        for (SentenceFeature feature : SentenceFeature.values()) {
            shipped[feature.ordinal()] = library.steps().weights().sentenceScore(Map.of(feature, 1.0));
        }
        return shipped;
    }

    private void tellSentences(List<SentenceExample> examples, List<double[]> held, double[] shipped) {
        for (String set : examples.stream().map(SentenceExample::set).distinct().toList()) {
            List<SentenceExample> own =
                    examples.stream().filter(one -> one.set().equals(set)).toList();
            tellSentences("shipped (seen)", set, own, example -> shipped);
            tellSentences("cross-validated", set, own, example -> held.get(folds.of(example.group())));
        }
    }

    private void tellSentences(
            String whose, String set, List<SentenceExample> examples, Function<SentenceExample, double[]> weights) {
        double first = 0;
        double three = 0;
        double map = 0;
        for (SentenceExample example : examples) {
            Ranks ranks = example.ranks(weights.apply(example));
            first += ranks.reciprocalRank(1);
            three += ranks.reciprocalRank(3) > 0 ? 1 : 0;
            map += ranks.averagePrecision();
        }
        int count = examples.size();
        out.printf(
                Locale.ROOT,
                "sentences of %-10s %-16s first %.4f, among three %.4f, MAP %.4f, n = %,d%n",
                set,
                whose,
                first / count,
                three / count,
                map / count,
                count);
    }

    private void tellConfidence(
            String whose, List<ConfidenceExample> examples, ToDoubleFunction<ConfidenceExample> sure) {
        Contrast far = contrast(examples, sure, one -> one.kind().equals("far"), "far");
        Contrast near = contrast(examples, sure, one -> one.kind().equals("full"), "near");
        out.printf(
                Locale.ROOT,
                "not found %-16s far AUROC %.4f, false answers at 95 %% kept %.4f; near %.4f, %.4f%n",
                whose,
                far.auroc(),
                far.falseAnswers(0.95),
                near.auroc(),
                near.falseAnswers(0.95));
    }

    private static Contrast contrast(
            List<ConfidenceExample> examples,
            ToDoubleFunction<ConfidenceExample> sure,
            Predicate<ConfidenceExample> answerable,
            String unanswerable) {
        return new Contrast(
                examples.stream()
                        .filter(one -> one.answerable() && answerable.test(one))
                        .mapToDouble(sure)
                        .toArray(),
                examples.stream()
                        .filter(one -> !one.answerable() && one.kind().equals(unanswerable))
                        .mapToDouble(sure)
                        .toArray());
    }

    /** What keeps this share of the answerable. */
    private static double threshold(
            List<ConfidenceExample> examples, ToDoubleFunction<ConfidenceExample> sure, double kept) {
        double[] answerable = examples.stream()
                .filter(ConfidenceExample::answerable)
                .mapToDouble(sure)
                .sorted()
                .toArray();
        return answerable[(int) Math.floor((1 - kept) * answerable.length)];
    }

    private void tellThresholds(
            List<ConfidenceExample> examples, ToDoubleFunction<ConfidenceExample> sure, double chosen) {
        double[] thresholds = Stream.concat(
                        Stream.of(0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5), Stream.of(chosen))
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        for (double threshold : thresholds) {
            out.printf(
                    Locale.ROOT,
                    "threshold %.3f%s answered %.4f, refused far %.4f, near %.4f%n",
                    threshold,
                    threshold == chosen ? "*" : " ",
                    share(examples, one -> one.answerable(), one -> sure.applyAsDouble(one) >= threshold),
                    share(examples, far -> isUnanswerable(far, "far"), one -> sure.applyAsDouble(one) < threshold),
                    share(examples, near -> isUnanswerable(near, "near"), one -> sure.applyAsDouble(one) < threshold));
        }
    }

    private static boolean isUnanswerable(ConfidenceExample example, String kind) {
        return !example.answerable() && example.kind().equals(kind);
    }

    private static double share(
            List<ConfidenceExample> examples, Predicate<ConfidenceExample> of, Predicate<ConfidenceExample> which) {
        return examples.stream()
                .filter(of)
                .mapToInt(one -> which.test(one) ? 1 : 0)
                .average()
                .orElse(0);
    }

    private static String madeFrom(Request request) {
        return Stream.of(request.sentences(), request.confidence())
                .flatMap(List::stream)
                .distinct()
                .map(file -> file.getFileName() + " (SHA-256 " + Indexes.hash(file) + ")")
                .collect(Collectors.joining(", "));
    }

    /**
     * What to learn from.
     *
     * @param sentences files with questions and the sentences that answer them
     * @param confidence files with articles, of which some can be left out
     * @param index folder to keep indexes in; null to make them anew
     * @param kept share of the answerable questions that the threshold keeps
     */
    public record Request(
            List<Path> sentences,
            List<Path> confidence,
            @Nullable Path index,
            double kept) {

        public Request {
            sentences = List.copyOf(sentences);
            confidence = List.copyOf(confidence);
        }
    }
}
