package io.docent.command;

import io.docent.evaluation.BadInputException;
import io.docent.evaluation.ProjectionTrainer;
import io.docent.evaluation.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** {@code docent train}. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = "Learns the weights of answers from questions of which the answering sentences are known.")
final class TrainCommand implements Callable<Integer> {

    @Option(
            names = "--sentences",
            paramLabel = "FILE",
            converter = SourceConverter.class,
            description =
                    "Questions with the sentences that answer them (SQuAD, SelQA, spans), or written by hand, each with a"
                            + " text that such a sentence has and the documents where it stands; a file or a folder. FILE=FOLDER"
                            + " where the documents are in a folder of their own; repeatable.")
    private List<Training.Source> sentences = List.of();

    @Option(
            names = "--confidence",
            paramLabel = "FILE",
            converter = SourceConverter.class,
            description =
                    "Questions that their documents answer or not, a file or a folder; of articles (SQuAD), some are"
                            + " left out to make questions that are not answered, of other sets the questions are asked of each"
                            + " other's documents; repeatable.")
    private List<Training.Source> confidence = List.of();

    @Option(
            names = "--projection",
            paramLabel = "FILE",
            description =
                    "Learns the directions in which tokens are told apart instead, from the documents of this data"
                            + " set; its questions count for nothing.")
    private @Nullable Path projection;

    @Option(names = "--index", paramLabel = "FOLDER", description = "Keeps indexes here for the next run.")
    private @Nullable Path index;

    @Option(
            names = "--keep",
            defaultValue = "0.95",
            paramLabel = "SHARE",
            description = "Share of answerable questions that the threshold keeps (default: ${DEFAULT-VALUE}).")
    private double kept;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Writes the weights here; without it they are printed.")
    private @Nullable Path output;

    @Override
    public Integer call() {
        Path learntFrom = projection;
        if (learntFrom != null) {
            if (!sentences.isEmpty() || !confidence.isEmpty()) {
                throw new BadInputException(
                        "--projection learns something else than --sentences and --confidence: give it alone");
            }
            return write(ProjectionTrainer.learn(learntFrom));
        }
        if (sentences.isEmpty() || confidence.isEmpty()) {
            throw new BadInputException("both --sentences and --confidence are needed, or --projection alone");
        }
        if (!(kept > 0 && kept <= 1)) {
            throw new BadInputException("--keep is a share above 0 and up to 1, as in 0.95; not " + kept);
        }
        return write(new Training(System.out).run(new Training.Request(sentences, confidence, index, kept)));
    }

    /** {@code FILE} or {@code FILE=FOLDER}. */
    static final class SourceConverter implements ITypeConverter<Training.Source> {

        @Override
        public Training.Source convert(String value) {
            return Training.Source.parse(value);
        }
    }

    private int write(String weights) {
        Path file = output;
        if (file == null) {
            System.out.print(weights);
            return 0;
        }
        try {
            Files.writeString(file, weights);
        } catch (IOException e) {
            throw new BadInputException(file + " cannot be written: " + e.getMessage(), e);
        }
        System.out.println("Written to " + file);
        return 0;
    }
}
