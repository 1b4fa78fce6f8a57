package io.docent.answer;

import io.docent.document.DocumentId;
import io.docent.index.DocumentList;
import io.docent.index.FoundPassage;
import io.docent.index.IndexedDocument;
import io.docent.index.PassageIndex;
import io.docent.index.PassageSearch;
import io.docent.passage.SentenceSplitter;
import io.docent.passage.Span;
import io.docent.retrieval.Retrieved;
import io.docent.retrieval.Retriever;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Gives the leading sentence of each section of a document, or the first of one section, cited. For any thread. */
@Singleton
final class SummaryWriter {

    private static final int MOST_SENTENCES = 6;
    private static final int MOST_DOCUMENTS = 5;
    private static final int LONGEST = 1_400;

    /** A shorter first sentence is a label. */
    private static final int FEWEST_WORDS = 5;

    private static final String ENDS = ".!?:…\"”»)。！？";

    /** Passages that are looked at for a section's heading. */
    private static final int MOST_PASSAGES = 30;

    private static final int SENTENCES_OF_A_SECTION = 4;

    private final PassageIndex index;
    private final Retriever retriever;

    SummaryWriter(PassageIndex index, Retriever retriever) {
        this.index = index;
        this.retriever = retriever;
    }

    /** The summary of what was named; empty where no document and no section goes by that name. */
    Optional<ExtractiveWriter.Written> write(SummaryRequest request, Set<DocumentId> among) {
        try (PassageSearch search = index.search()) {
            List<IndexedDocument> documents = documents(request.subject(), among, search);
            List<Leading> leading = new ArrayList<>();
            int each = MOST_SENTENCES / Math.max(1, documents.size());
            for (IndexedDocument document : documents) {
                leading.addAll(leading(search.passagesOf(document.id()), each));
            }
            if (documents.isEmpty()) {
                leading.addAll(section(request.subject(), among, search));
            }
            return leading.isEmpty() ? Optional.empty() : Optional.of(cite(leading));
        }
    }

    /** The first sentences of the section whose heading names the subject. */
    private List<Leading> section(String subject, Set<DocumentId> among, PassageSearch search) {
        for (Retrieved found : retriever.retrieve(subject, among, MOST_PASSAGES).passages()) {
            List<String> headings = found.passage().headings();
            for (int depth = 1; depth <= headings.size(); depth++) {
                if (names(headings.get(depth - 1), subject)) {
                    List<String> trail = headings.subList(0, depth);
                    return spread(sentences(search.passagesOf(found.document().id()), trail), SENTENCES_OF_A_SECTION);
                }
            }
        }
        return List.of();
    }

    /** Whether a heading has the words of a subject one after the other, and not many more. */
    private static boolean names(String heading, String subject) {
        String words = words(heading);
        String named = words(subject);
        return !named.isBlank() && words.contains(named) && words.length() <= 3 * named.length();
    }

    /** In lower case with a space around each, without an article. */
    private static String words(String text) {
        return " "
                + text.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]+", " ")
                        .strip()
                        .replaceFirst("^(the |an? )?((section|chapter|part) (on |about )?)?(the |an? )?", "")
                        .replaceFirst(" (section|chapter|part)$", "")
                + " ";
    }

    /** The leading sentence of every passage of a long section, the first sentences of a short one. */
    private static List<Leading> sentences(List<FoundPassage> passages, List<String> trail) {
        List<FoundPassage> section = passages.stream()
                .filter(found -> found.passage().headings().size() >= trail.size()
                        && found.passage().headings().subList(0, trail.size()).equals(trail))
                .toList();
        int each = Math.ceilDiv(SENTENCES_OF_A_SECTION, Math.max(1, section.size()));
        return section.stream().flatMap(found -> sentences(found).limit(each)).toList();
    }

    private static List<IndexedDocument> documents(String subject, Set<DocumentId> among, PassageSearch search) {
        if (!among.isEmpty()) {
            return among.stream()
                    .map(search::document)
                    .flatMap(Optional::stream)
                    .filter(document -> subject.isEmpty() || names(document, subject))
                    .limit(MOST_DOCUMENTS)
                    .toList();
        }
        DocumentList found = search.documents(subject, 0, MOST_DOCUMENTS);
        // A part of a name that many documents share names none of them.
        return subject.isEmpty() || found.total() <= MOST_DOCUMENTS ? found.documents() : List.of();
    }

    private static boolean names(IndexedDocument document, String subject) {
        String name = subject.toLowerCase(document.language());
        return document.title().toLowerCase(document.language()).contains(name)
                || document.source().toLowerCase(document.language()).contains(name);
    }

    /** One sentence of each section, or of each passage where there are no sections, spread over the document. */
    private static List<Leading> leading(List<FoundPassage> passages, int most) {
        Map<List<String>, FoundPassage> sections = new LinkedHashMap<>();
        passages.forEach(found -> sections.putIfAbsent(found.passage().headings(), found));
        Collection<FoundPassage> starts = sections.size() > 1 ? sections.values() : passages;
        List<Leading> all = new ArrayList<>();
        Set<String> said = new HashSet<>();
        for (FoundPassage start : starts) {
            firstSentence(start).filter(one -> said.add(one.text())).ifPresent(all::add);
        }
        return spread(all, most);
    }

    /** A title or a label is taken only where there is nothing else. */
    private static Optional<Leading> firstSentence(FoundPassage found) {
        return sentences(found)
                .filter(leading ->
                        ENDS.indexOf(leading.text().charAt(leading.text().length() - 1)) >= 0)
                .findFirst()
                .or(() -> sentences(found).findFirst());
    }

    private static Stream<Leading> sentences(FoundPassage found) {
        String text = found.passage().text();
        return SentenceSplitter.split(text).stream()
                .filter(span -> isLong(span.of(text)))
                .map(span -> new Leading(found, span));
    }

    private static boolean isLong(String sentence) {
        return sentence.split("\\s+").length >= FEWEST_WORDS
                || sentence.codePoints().filter(Character::isIdeographic).count() >= FEWEST_WORDS;
    }

    private static List<Leading> spread(List<Leading> all, int most) {
        if (all.size() <= most) {
            return all;
        }
        List<Leading> some = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            some.add(all.get((int) ((long) i * all.size() / most)));
        }
        return some;
    }

    private static ExtractiveWriter.Written cite(List<Leading> leading) {
        List<Sentence> sentences = new ArrayList<>();
        List<Citation> citations = new ArrayList<>();
        int length = 0;
        for (Leading one : leading) {
            length += one.text().length();
            if (!sentences.isEmpty() && length > LONGEST) {
                break;
            }
            int number = citations.size() + 1;
            citations.add(Citation.of(number, one.from().passage(), one.from().document(), one.span()));
            sentences.add(Sentence.quoted(one.text(), number));
        }
        return new ExtractiveWriter.Written(sentences, citations);
    }

    private record Leading(FoundPassage from, Span span) {

        String text() {
            return QuoteText.readable(span.of(from.passage().text()));
        }
    }
}
