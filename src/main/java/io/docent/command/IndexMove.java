package io.docent.command;

import io.docent.evaluation.BadInputException;
import io.docent.index.EmbeddedIndex;
import io.docent.index.IndexException;
import io.docent.index.IndexPlace;
import io.docent.index.PassageIndex;
import io.docent.index.PassageSearch;
import io.docent.index.TermAnalyzer;
import io.docent.migration.IndexCopy;
import io.docent.migration.IndexProof;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.exceptions.BeanInstantiationException;

/** The index on its way from the data folder to where the settings say. */
final class IndexMove {

    private final EmbeddedIndex from;
    private final PassageIndex to;
    private final TermAnalyzer analyzer;
    private final IndexCopy copy;

    private IndexMove(EmbeddedIndex from, PassageIndex to, TermAnalyzer analyzer) {
        this.from = from;
        this.to = to;
        this.analyzer = analyzer;
        this.copy = new IndexCopy(from, to);
    }

    /**
     * Opens both, the other one only when nothing stands in the way.
     *
     * @throws BadInputException where something does
     * @throws IndexException where the other one cannot be reached or written
     */
    static IndexMove open(ApplicationContext context) {
        EmbeddedIndex from = context.getBean(EmbeddedIndex.class);
        try (PassageSearch search = from.search()) {
            if (search.size() == 0) {
                throw new BadInputException("the index in the data folder is empty: there is nothing to move");
            }
        } catch (IndexException e) {
            throw new BadInputException(String.valueOf(e.getMessage()), e);
        }
        context.getBean(IndexPlace.class).obstacle().ifPresent(obstacle -> {
            throw new BadInputException(obstacle);
        });
        IndexMove move = new IndexMove(from, opened(context), context.getBean(TermAnalyzer.class));
        move.copy.stranger().ifPresent(document -> {
            throw new BadInputException(
                    "the index in OpenSearch has documents that are not of this data folder, or other"
                            + " versions of them, as " + document.source()
                            + "; delete it, or set docent.opensearch.index to"
                            + " another name");
        });
        return move;
    }

    private static PassageIndex opened(ApplicationContext context) {
        try {
            return context.getBean(PassageIndex.class);
        } catch (BeanInstantiationException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof IndexException broken) {
                    throw broken;
                }
            }
            throw e;
        }
    }

    /** Copies what is missing, compares, and tells whether both are alike. */
    boolean run(Terminal terminal) {
        Pace pace = new Pace(terminal);
        long start = System.nanoTime();
        copy.run((documents, total, passages) ->
                pace.progress("Copying the index: %,d of %,d documents, %.0f passages/s"
                        .formatted(documents, total, passages * 1e9 / Math.max(1, System.nanoTime() - start))));
        IndexProof.Outcome outcome = new IndexProof(from, to, analyzer).run(pace::progress);
        if (outcome.differentByWords() > 0) {
            // What an interrupted run wrote and did not commit is not found, but counts among the words until it is
            // gone.
            terminal.progress("Deleting what interrupted runs have left; that takes a minute or more");
            to.purge();
            outcome = new IndexProof(from, to, analyzer).run(pace::progress);
        }
        terminal.print(terminal.bold("Index   ")
                + "%,d documents and %,d passages; compared: the record and hash of each, the text and passages of %,d, %,d searches%s"
                        .formatted(
                                outcome.documents(),
                                outcome.passages(),
                                outcome.texts(),
                                outcome.searches(),
                                outcome.missed() == 0
                                        ? ""
                                        : "; %,d times a search by meaning missed a passage that the other one found"
                                                .formatted(outcome.missed())));
        outcome.different().forEach(line -> terminal.trouble("Differs: " + line));
        return outcome.different().isEmpty();
    }
}
