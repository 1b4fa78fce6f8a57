package io.docent.evaluation;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Measures data sets one after the other and reports. */
public final class Evaluation {

    private final PrintStream out;
    private final Clock clock;

    /** With the console, and the clock that dates reports. */
    public Evaluation(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    /**
     * Measures what is asked for, and tells and writes what came of it.
     *
     * @return whether every bound is kept
     * @throws BadInputException where something asked for cannot be read or written
     */
    public boolean run(Request request) {
        Path compare = request.compare();
        Report before = compare == null ? null : Report.read(compare);
        List<SetResult> results = new ArrayList<>();
        try (Workers workers = new Workers();
                Indexes indexes = new Indexes(request.index())) {
            for (DataSet set : sets(request)) {
                for (SetResult result : measure(set, request, indexes, workers)) {
                    out.print(ConsoleTable.of(result));
                    results.add(result);
                }
            }
        }
        Report report =
                new Report(clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(), results);
        Comparison comparison = before == null ? null : new Comparison(before, report);
        if (comparison != null) {
            out.print(comparison.table());
        }
        Path folder = request.report();
        if (folder != null) {
            write(folder, report, comparison);
        }
        List<String> broken = request.bounds().stream()
                .flatMap(bound -> bound.broken(report).stream())
                .toList();
        broken.forEach(one -> out.println("Too low: " + one));
        return broken.isEmpty();
    }

    private static List<DataSet> sets(Request request) {
        List<DataSet> sets = new ArrayList<>();
        for (Path questions : request.questions()) {
            sets.addAll(DataSets.in(questions, request.documents()));
        }
        sets.removeIf(set -> !request.only().isEmpty() && !request.only().contains(set.name()));
        if (sets.isEmpty()) {
            throw new BadInputException("no data set is named " + String.join(" or ", request.only()));
        }
        Set<String> names = new HashSet<>();
        for (DataSet set : sets) {
            if (!names.add(set.name())) {
                throw new BadInputException("two data sets are named " + set.name() + "; rename one of their files");
            }
        }
        return sets;
    }

    private List<SetResult> measure(DataSet set, Request request, Indexes indexes, Workers workers) {
        List<SetResult> results = new ArrayList<>();
        try (Library collection = new Library(indexes.folder(set), workers)) {
            if (set.kind() == DataSet.Kind.REWRITES) {
                results.add(new RewriteEvaluation(set, collection, workers, new Progress(out)).run());
            } else if (set.kind() != DataSet.Kind.STATEMENTS && !request.parts().equals(Set.of(Part.SUPPORT))) {
                results.add(new SetEvaluation(set, collection, workers, request.parts(), new Progress(out)).run());
            }
            if (set.kind() == DataSet.Kind.STATEMENTS || request.parts().contains(Part.SUPPORT)) {
                new SupportEvaluation(set, workers, collection).run().ifPresent(results::add);
            }
        }
        return results;
    }

    private void write(Path folder, Report report, @Nullable Comparison comparison) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("report.json"), report.json());
            Files.writeString(folder.resolve("report.md"), MarkdownReport.of(report, comparison));
            Files.writeString(folder.resolve("report.html"), HtmlReport.of(report));
        } catch (IOException e) {
            throw new BadInputException("--report " + folder + " cannot be written: " + e.getMessage(), e);
        }
        out.println("\nThe report is in " + folder.resolve("report.html"));
    }

    /**
     * What to measure.
     *
     * @param questions files or folders
     * @param documents to answer from, for questions written by hand; null where they have their own
     * @param index folder to keep indexes in; null to make them anew
     * @param only names of data sets; empty for all
     * @param parts what to measure
     * @param report folder to write the report to; null for none
     * @param compare report.json of an earlier run; null for none
     * @param bounds what figures have to be at least
     */
    public record Request(
            List<Path> questions,
            @Nullable Path documents,
            @Nullable Path index,
            List<String> only,
            Set<Part> parts,
            @Nullable Path report,
            @Nullable Path compare,
            List<Bound> bounds) {

        public Request {
            questions = List.copyOf(questions);
            only = List.copyOf(only);
            parts = Set.copyOf(parts);
            bounds = List.copyOf(bounds);
        }
    }
}
