package io.docent.evaluation;

import io.docent.answer.ConfidenceFeature;
import io.docent.retrieval.SentenceFeature;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Learns the weights of answers. Everything is cross-validated by group: what is told of the weights comes from
 * questions on articles that they were not learnt from; and how sure an answer is, is learnt from sentences that were
 * chosen that way. The same data gives the same weights.
 */
public final class Training {

    private static final double RIDGE = 1;

    /** Data sets made of encyclopedias have hardly a sentence that points elsewhere; documentation is full of them. */
    private static final Map<SentenceFeature, Double> GIVEN = Map.of(SentenceFeature.POINTS_ELSEWHERE, -2.5);

    /** Questions of other sets that are asked of each set. */
    private static final int MOST_FOREIGN = 900;

    /** Where the model tells nothing of a question, other weights count. */
    private static final String BY_WORDS = "-by-words";

    private final PrintStream out;

    public Training(PrintStream out) {
        this.out = out;
    }

    /** Learns, tells how good it is beside what is shipped, and gives the resource's text. */
    public String run(Request request) {
        try (Workers workers = new Workers();
                Indexes indexes = new Indexes(request.index())) {
            TrainingReport report = new TrainingReport(out);
            List<SentenceExample> sentences = new ArrayList<>();
            for (DataSet set : sets(request.sentences())) {
                try (Library collection = collection(set, indexes, workers)) {
                    sentences.addAll(new ExampleCollector(set, collection, workers).sentences());
                }
            }
            if (sentences.isEmpty()) {
                throw new BadInputException("--sentences: none of the questions has a sentence that answers it");
            }
            Learnt sentence = sentenceWeights(sentences);
            Learnt sentenceByWords = sentenceWeights(
                    sentences.stream().map(SentenceExample::byWords).toList());
            List<ConfidenceExample> confidences = new ArrayList<>();
            List<ConfidenceExample> confidencesByWords = new ArrayList<>();
            List<DataSet> sets = sets(request.confidence());
            for (DataSet set : sets) {
                try (Library collection = collection(set, indexes, workers)) {
                    ExampleCollector collector = new ExampleCollector(set, collection, workers);
                    List<GoldQuestion> foreign = others(sets, set);
                    confidences.addAll(collector.confidences(sentence::without, foreign));
                    collector.confidences(sentenceByWords::without, foreign).stream()
                            .map(ConfidenceExample::byWords)
                            .forEach(confidencesByWords::add);
                }
            }
            report.sentences("", sentences, sentence);
            report.sentences(
                    BY_WORDS, sentences.stream().map(SentenceExample::byWords).toList(), sentenceByWords);
            WeightsText text = new WeightsText();
            WeightsText weights = new WeightsText();
            weights.model("sentence", SentenceFeature.values(), sentence.weights());
            confidence("", confidences, request, report, weights);
            weights.model("sentence" + BY_WORDS, SentenceFeature.values(), sentenceByWords.weights());
            confidence(BY_WORDS, confidencesByWords, request, report, weights);
            text.comment("What a sentence that may answer is judged by, and how sure an answer is.");
            text.comment("Made by this command from this data; to be read by people and changed by nobody:");
            text.comments(madeFrom(request));
            text.comment("Cross-validated by article:");
            text.comments(report.crossValidated());
            return text + weights.toString();
        }
    }

    private static Learnt sentenceWeights(List<SentenceExample> examples) {
        return Learnt.from(examples, SentenceExample::group, new SentenceTrainer(RIDGE, GIVEN)::train);
    }

    private static void confidence(
            String variant,
            List<ConfidenceExample> examples,
            Request request,
            TrainingReport report,
            WeightsText weights) {
        Learnt learnt = Learnt.from(examples, ConfidenceExample::group, new ConfidenceTrainer(RIDGE)::train);
        ToDoubleFunction<ConfidenceExample> sure = example -> example.confidence(learnt.without(example.group()));
        double threshold = threshold(examples, sure, request.kept());
        report.confidence(variant, examples, sure);
        report.thresholds(variant, examples, sure, threshold);
        weights.model("confidence" + variant, ConfidenceFeature.values(), learnt.weights());
        weights.number("confidence" + variant + ".threshold", threshold);
    }

    private static List<DataSet> sets(List<Source> sources) {
        return sources.stream()
                .flatMap(source -> DataSets.in(source.questions(), source.documents()).stream())
                .toList();
    }

    /** Questions of the other sets, taken evenly. */
    private static List<GoldQuestion> others(List<DataSet> sets, DataSet set) {
        List<GoldQuestion> all = sets.stream()
                .filter(other -> !other.name().equals(set.name()))
                .flatMap(other -> other.questions().stream())
                .toList();
        int count = Math.min(all.size(), MOST_FOREIGN);
        List<GoldQuestion> some = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            some.add(all.get((int) ((long) i * all.size() / count)));
        }
        return some;
    }

    private Library collection(DataSet set, Indexes indexes, Workers workers) {
        Library collection = new Library(indexes.folder(set), workers);
        Progress progress = new Progress(out);
        int total = set.documents().size();
        collection.add(set.documents(), done -> progress.tell(set.name(), "documents indexed", done, total));
        out.println(set.name() + ": asking");
        return collection;
    }

    /** What keeps this share of the answerable, each counting by its weight. */
    private static double threshold(
            List<ConfidenceExample> examples, ToDoubleFunction<ConfidenceExample> sure, double kept) {
        List<ConfidenceExample> answerable = examples.stream()
                .filter(ConfidenceExample::answerable)
                .sorted(Comparator.comparingDouble(sure))
                .toList();
        double all = answerable.stream().mapToDouble(ConfidenceExample::weight).sum();
        double below = 0;
        for (ConfidenceExample example : answerable) {
            below += example.weight();
            if (below > (1 - kept) * all) {
                return sure.applyAsDouble(example);
            }
        }
        throw new BadInputException("--confidence: none of the questions can be answered");
    }

    /** The command, and the data by content. */
    private static List<String> madeFrom(Request request) {
        StringBuilder command = new StringBuilder("docent train");
        request.sentences().forEach(source -> command.append(" --sentences ").append(source));
        request.confidence().forEach(source -> command.append(" --confidence ").append(source));
        command.append(" --keep ").append(request.kept());
        List<String> lines = new ArrayList<>(List.of(command.toString()));
        Stream.concat(request.sentences().stream(), request.confidence().stream())
                .map(Source::questions)
                .distinct()
                .flatMap(Training::files)
                .forEach(file -> lines.add(file.getFileName() + ", SHA-256 " + Indexes.hash(file)));
        return lines;
    }

    /** A file, or a folder's questions. */
    private static Stream<Path> files(Path path) {
        return Files.isDirectory(path)
                ? Stream.of("questions.json", "questions.csv", "questions.yaml", "questions.yml")
                        .map(path::resolve)
                        .filter(Files::isRegularFile)
                : Stream.of(path);
    }

    /**
     * What to learn from.
     *
     * @param sentences questions and the sentences that answer them
     * @param confidence questions; of articles, some are left out to make questions that are not
     *     answered
     * @param index folder to keep indexes in; null to make them anew
     * @param kept share of the answerable questions that the threshold keeps
     */
    public record Request(
            List<Source> sentences,
            List<Source> confidence,
            @Nullable Path index,
            double kept) {

        public Request {
            sentences = List.copyOf(sentences);
            confidence = List.copyOf(confidence);
        }
    }

    /**
     * Where questions are.
     *
     * @param questions a file, or a folder with one
     * @param documents the folder that they are asked of; null where they have their own
     */
    public record Source(Path questions, @Nullable Path documents) {

        /** Of {@code FILE} or {@code FILE=FOLDER}. */
        public static Source parse(String argument) {
            int parts = argument.indexOf('=');
            return parts < 0
                    ? new Source(Path.of(argument), null)
                    : new Source(Path.of(argument.substring(0, parts)), Path.of(argument.substring(parts + 1)));
        }

        /** By the names alone. */
        @Override
        public String toString() {
            return questions.getFileName() + (documents == null ? "" : "=" + documents.getFileName());
        }
    }
}
