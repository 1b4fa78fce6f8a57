package io.docent.evaluation;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Measures data sets one after the other. */
public final class Evaluation {

    private final PrintStream out;

    public Evaluation(PrintStream out) {
        this.out = out;
    }

    /**
     * Measures what is asked for.
     *
     * @throws BadInputException where that cannot be read
     */
    public void measure(Request request) {
        run(request);
    }

    private List<SetResult> run(Request request) {
        List<DataSet> sets = new ArrayList<>();
        for (Path questions : request.questions()) {
            sets.addAll(DataSets.in(questions, request.documents()));
        }
        sets.removeIf(set -> !request.only().isEmpty() && !request.only().contains(set.name()));
        if (sets.isEmpty()) {
            throw new BadInputException("no data set is named " + String.join(" or ", request.only()));
        }
        List<SetResult> results = new ArrayList<>();
        try (Workers workers = new Workers();
                Indexes indexes = new Indexes(request.index())) {
            for (DataSet set : sets) {
                if (set.kind() == DataSet.Kind.REWRITES) {
                    continue;
                }
                try (Library library = new Library(indexes.folder(set), workers)) {
                    SetResult result = new SetEvaluation(set, library, workers, request.parts(), new Progress(out)).run();
                    out.print(ConsoleTable.of(result));
                    results.add(result);
                }
            }
        }
        return results;
    }

    /**
     * What to measure.
     *
     * @param questions files or folders
     * @param documents to answer from, for questions written by hand; null where they have their own
     * @param index folder to keep indexes in; null to make them anew
     * @param only names of data sets; empty for all
     * @param parts what to measure
     */
    public record Request(
            List<Path> questions,
            @Nullable Path documents,
            @Nullable Path index,
            List<String> only,
            Set<Part> parts) {

        public Request {
            questions = List.copyOf(questions);
            only = List.copyOf(only);
            parts = Set.copyOf(parts);
        }
    }
}
