package io.docent.evaluation;

import io.docent.evaluation.ConfidenceExample.Kind;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** Tells how good learnt weights are beside those that are shipped. For one thread. */
final class TrainingReport {

    private static final String SHIPPED = "shipped";
    private static final String SEEN = "seen";
    private static final String HELD_OUT = "cross-validated";

    private final PrintStream out;
    private final List<String> kept = new ArrayList<>();

    TrainingReport(PrintStream out) {
        this.out = out;
    }

    /** What was told of the new weights, by questions that they were not learnt from. */
    List<String> crossValidated() {
        return List.copyOf(kept);
    }

    private void tell(String whose, String figures) {
        out.printf("%-16s %s%n", whose, figures);
        if (whose.equals(HELD_OUT)) {
            kept.add(figures);
        }
    }

    /** The right sentence's place among all. */
    void sentences(String variant, List<SentenceExample> examples, Learnt learnt) {
        for (String set : examples.stream().map(SentenceExample::set).distinct().toList()) {
            List<SentenceExample> own =
                    examples.stream().filter(one -> one.set().equals(set)).toList();
            tell(HELD_OUT, sentences(set + variant, own, example -> learnt.without(example.group())));
            tell(SEEN, sentences(set + variant, own, example -> learnt.weights()));
        }
    }

    private static String sentences(
            String set, List<SentenceExample> examples, Function<SentenceExample, double[]> weights) {
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
        return String.format(
                Locale.ROOT,
                "sentences of %s: first %.4f, among three %.4f, MAP %.4f, n = %,d",
                set,
                first / count,
                three / count,
                map / count,
                count);
    }

    /** Answerable questions against others, by the kinds that there are. */
    void confidence(String variant, List<ConfidenceExample> examples, ToDoubleFunction<ConfidenceExample> held) {
        confidence("far" + variant, Kind.FAR, Kind.FAR, examples, held);
        confidence("near" + variant, Kind.FULL, Kind.NEAR, examples, held);
        confidence("foreign" + variant, Kind.OWN, Kind.FOREIGN, examples, held);
        confidence("own" + variant, Kind.OWN, Kind.OWN, examples, held);
    }

    private void confidence(
            String name,
            Kind answerable,
            Kind unanswerable,
            List<ConfidenceExample> examples,
            ToDoubleFunction<ConfidenceExample> held) {
        List<ConfidenceExample> some = examples.stream()
                .filter(one -> one.kind() == (one.answerable() ? answerable : unanswerable))
                .toList();
        if (some.stream().map(ConfidenceExample::answerable).distinct().count() == 2) {
            tell(SHIPPED, told(name, some, ConfidenceExample::shipped));
            tell(HELD_OUT, told(name, some, held));
        }
    }

    private static String told(
            String name, List<ConfidenceExample> examples, ToDoubleFunction<ConfidenceExample> sure) {
        Contrast contrast = new Contrast(scores(examples, true, sure), scores(examples, false, sure));
        return String.format(
                Locale.ROOT,
                "not found, %s: AUROC %.4f, false answers at 95 %% kept %.4f, n = %,d + %,d",
                name,
                contrast.auroc(),
                contrast.falseAnswers(0.95),
                contrast.answerable().length,
                contrast.unanswerable().length);
    }

    private static double[] scores(
            List<ConfidenceExample> examples, boolean answerable, ToDoubleFunction<ConfidenceExample> sure) {
        return examples.stream()
                .filter(one -> one.answerable() == answerable)
                .mapToDouble(sure)
                .toArray();
    }

    /** What would be answered and refused by this threshold and by others. */
    void thresholds(
            String variant, List<ConfidenceExample> examples, ToDoubleFunction<ConfidenceExample> held, double chosen) {
        DoubleStream.of(0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5)
                .forEach(threshold -> out.println(
                        "  at " + threshold + ": " + shares(examples, one -> held.applyAsDouble(one) < threshold)));
        tell(
                HELD_OUT,
                String.format(Locale.ROOT, "at the threshold%s of %.3f: ", variant, chosen)
                        + shares(examples, one -> held.applyAsDouble(one) < chosen));
    }

    private static String shares(List<ConfidenceExample> examples, Predicate<ConfidenceExample> isRefused) {
        StringBuilder shares = new StringBuilder();
        for (Kind kind : Kind.values()) {
            for (boolean answerable : new boolean[] {true, false}) {
                List<ConfidenceExample> some = examples.stream()
                        .filter(one -> one.kind() == kind && one.answerable() == answerable)
                        .toList();
                if (!some.isEmpty()) {
                    double refused = some.stream().filter(isRefused).count() / (double) some.size();
                    shares.append(String.format(
                            Locale.ROOT,
                            "%s%s %s %.4f",
                            shares.isEmpty() ? "" : ", ",
                            kind.name().toLowerCase(Locale.ROOT),
                            answerable ? "answered" : "refused",
                            answerable ? 1 - refused : refused));
                }
            }
        }
        return shares.toString();
    }
}
