package io.docent.command;

import io.docent.evaluation.Bound;
import io.docent.evaluation.Evaluation;
import io.docent.evaluation.Part;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code docent evaluate}. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description =
                "Measures what is found, answered, cited and refused, with questions of which you know the answer.")
final class EvaluateCommand implements Callable<Integer> {

    @Option(
            names = "--questions",
            required = true,
            paramLabel = "FILE",
            description = "Questions, or a folder of such files; may be given more than once.")
    private List<Path> questions = List.of();

    @Option(names = "--documents", paramLabel = "FOLDER", description = "The documents to answer from.")
    private @Nullable Path documents;

    @Option(
            names = "--index",
            paramLabel = "FOLDER",
            description = "Keeps the index of each data set here for the next run.")
    private @Nullable Path index;

    @Option(names = "--only", paramLabel = "NAME", description = "Measures this data set of a folder only.")
    private List<String> only = List.of();

    @Option(
            names = "--parts",
            split = ",",
            paramLabel = "PART",
            description = "Measures these parts only: ${COMPLETION-CANDIDATES}.")
    private List<Part> parts = List.of(Part.values());

    @Option(
            names = "--report",
            paramLabel = "FOLDER",
            description = "Writes report.html, report.md and report.json here.")
    private @Nullable Path report;

    @Option(
            names = "--compare",
            paramLabel = "FILE",
            description = "The report.json of an earlier run: tells what got better and what got worse.")
    private @Nullable Path compare;

    @Option(
            names = "--at-least",
            paramLabel = "NAME=VALUE",
            description = "Ends with exit code 1 where this figure is lower; may be given more than once.")
    private List<String> bounds = List.of();

    @Override
    public Integer call() {
        var request = new Evaluation.Request(
                questions,
                documents,
                index,
                only,
                EnumSet.copyOf(parts),
                report,
                compare,
                bounds.stream().map(Bound::parse).toList());
        return new Evaluation(System.out, Clock.systemUTC()).run(request) ? 0 : 1;
    }
}
