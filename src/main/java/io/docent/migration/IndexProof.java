package io.docent.migration;

import io.docent.document.Document;
import io.docent.document.DocumentId;
import io.docent.index.EmbeddedIndex;
import io.docent.index.EmbeddedPassage;
import io.docent.index.FoundPassage;
import io.docent.index.IndexedDocument;
import io.docent.index.PassageIndex;
import io.docent.index.PassageSearch;
import io.docent.index.TermAnalyzer;
import io.docent.passage.Passage;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Compares a copy with the index in the data folder: how many documents and passages there are, the record of every document
 * with the hash of its original, the texts and passages of a sample spread over all, and what searches for passages of that
 * sample find. For one thread.
 */
public final class IndexProof {

    private static final int TEXTS = 1_000;
    private static final int SEARCHED_FOR = 100;

    /** More than one of so many passages near by meaning missed is not the chance of an approximate search any more. */
    private static final int MISSED_SHARE = 20;

    private final EmbeddedIndex from;
    private final PassageIndex to;
    private final TermAnalyzer analyzer;
    private final Differences differences = new Differences();

    public IndexProof(EmbeddedIndex from, PassageIndex to, TermAnalyzer analyzer) {
        this.from = from;
        this.to = to;
        this.analyzer = analyzer;
    }

    /**
     * Compares.
     *
     * @param progress is told what is being compared
     */
    public Outcome run(Consumer<String> progress) {
        try (PassageSearch source = from.search();
                PassageSearch target = to.latest()) {
            long documents = source.documents("", 0, 0).total();
            count("documents", documents, target.documents("", 0, 0).total());
            count("passages", source.size(), target.size());
            progress.accept("Comparing the documents");
            compareRecords(source, target);
            Searches searches = new Searches(from, to, analyzer);
            long texts = compareSample(documents, target, searches, progress);
            if (searches.missed() * MISSED_SHARE > searches.compared()) {
                differences.add("searches by meaning brought %,d passages of %,d in one of both alone"
                        .formatted(searches.missed(), searches.compared()));
            }
            return new Outcome(
                    documents,
                    source.size(),
                    texts,
                    searches.asked(),
                    searches.missed(),
                    searches.differentByWords(),
                    differences.lines());
        }
    }

    private void count(String what, long here, long there) {
        if (here != there) {
            differences.add("%,d %s in the data folder, %,d in the copy".formatted(here, what, there));
        }
    }

    /** With the counts, equal records of one copy each are all of them. */
    private void compareRecords(PassageSearch source, PassageSearch target) {
        DocumentId last = null;
        for (int offset = 0; ; offset += IndexCopy.PAGE) {
            List<IndexedDocument> some =
                    target.documents("", offset, IndexCopy.PAGE).documents();
            for (IndexedDocument copy : some) {
                Optional<IndexedDocument> record = source.document(copy.id());
                if (copy.id().equals(last)) {
                    differences.add(named(copy) + " is in the copy twice");
                } else if (record.isEmpty()) {
                    differences.add(named(copy) + " is in the copy alone");
                } else if (!record.get().equals(copy)) {
                    differences.add(named(copy) + " is recorded otherwise in the copy");
                }
                last = copy.id();
            }
            if (some.size() < IndexCopy.PAGE) {
                return;
            }
        }
    }

    private static String named(IndexedDocument document) {
        return "the document " + document.source() + " (" + document.id().value() + ")";
    }

    /** Every n-th document of the list, up to a thousand; of every m-th of those a passage is searched for. */
    private long compareSample(long documents, PassageSearch target, Searches searches, Consumer<String> progress) {
        long every = Math.max(1, (documents + TEXTS - 1) / TEXTS);
        long sampled = (documents + every - 1) / every;
        long searchEvery = Math.max(1, (sampled + SEARCHED_FOR - 1) / SEARCHED_FOR);
        long compared = 0;
        for (int offset = 0; offset < documents; offset += IndexCopy.PAGE) {
            List<IndexedDocument> some;
            try (PassageSearch source = from.search()) {
                some = source.documents("", offset, IndexCopy.PAGE).documents();
            }
            for (int i = 0; i < some.size(); i++) {
                if ((offset + i) % every == 0) {
                    // A view of its own for each: a search remembers the records of what it has loaded.
                    try (PassageSearch source = from.search()) {
                        List<EmbeddedPassage> passages = compareText(some.get(i), source, target);
                        if (compared % searchEvery == 0 && !passages.isEmpty()) {
                            searches.compare(
                                    passages.get((int) (compared % passages.size())),
                                    some.get(i).language(),
                                    differences);
                        }
                    }
                    compared++;
                    progress.accept("Comparing texts and searches: %,d of %,d".formatted(compared, sampled));
                }
            }
        }
        return compared;
    }

    private List<EmbeddedPassage> compareText(IndexedDocument record, PassageSearch source, PassageSearch target) {
        Document original = source.read(record.id()).orElseThrow();
        Optional<Document> copy = target.read(record.id());
        if (copy.isEmpty() || !copy.get().equals(original)) {
            differences.add(
                    "the text of " + named(record) + (copy.isEmpty() ? " is missing" : " is another") + " in the copy");
            return List.of();
        }
        List<Passage> passages = target.passagesOf(record.id()).stream()
                .map(FoundPassage::passage)
                .toList();
        List<EmbeddedPassage> originals = source.embeddedPassagesOf(record.id());
        if (!passages.equals(originals.stream().map(EmbeddedPassage::passage).toList())) {
            differences.add("the passages of " + named(record) + " are others in the copy");
        }
        for (Passage passage : passages) {
            if (!isAtItsPlace(passage, original.text())) {
                differences.add("passage " + passage.position() + " of " + named(record)
                        + " is not what stands at its place in the text");
            }
        }
        return originals;
    }

    private static boolean isAtItsPlace(Passage passage, String text) {
        return passage.span().end() <= text.length() && passage.span().of(text).equals(passage.text());
    }

    /**
     * What a comparison came to.
     *
     * @param texts documents whose text and passages were compared
     * @param searches how many were compared
     * @param missed passages that one of two approximate searches by meaning did not bring, though they are there
     * @param differentByWords searches by words that were different
     * @param different what is not as it was, each in a line
     */
    public record Outcome(
            long documents,
            int passages,
            long texts,
            int searches,
            int missed,
            int differentByWords,
            List<String> different) {}
}
