package io.docent.answer;

import io.docent.document.DocumentId;
import io.docent.index.DocumentList;
import io.docent.index.FoundPassage;
import io.docent.index.IndexedDocument;
import io.docent.index.PassageIndex;
import io.docent.index.PassageSearch;
import io.docent.passage.SentenceSplitter;
import io.docent.passage.Span;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gives the leading sentence of each section of a document, cited. For any thread. */
@Singleton
final class SummaryWriter {

    private static final int MOST_SENTENCES = 6;
    private static final int MOST_DOCUMENTS = 5;
    private static final int LONGEST = 1_400;

    /** A shorter first sentence is a label. */
    private static final int FEWEST_WORDS = 5;

    private final PassageIndex index;

    SummaryWriter(PassageIndex index) {
        this.index = index;
    }

    /** The summary of what was named; empty where no document goes by that name. */
    Optional<ExtractiveWriter.Written> write(SummaryRequest request, Set<DocumentId> among) {
        try (PassageSearch search = index.search()) {
            List<IndexedDocument> documents = documents(request.subject(), among, search);
            if (documents.isEmpty()) {
                return Optional.empty();
            }
            int each = Math.max(1, MOST_SENTENCES / documents.size());
            List<Leading> leading = new ArrayList<>();
            for (IndexedDocument document : documents) {
                leading.addAll(leading(search.passagesOf(document.id()), each));
            }
            return leading.isEmpty() ? Optional.empty() : Optional.of(cite(leading));
        }
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

    private static Optional<Leading> firstSentence(FoundPassage found) {
        String text = found.passage().text();
        return SentenceSplitter.split(text).stream()
                .filter(span -> span.of(text).split("\\s+").length >= FEWEST_WORDS)
                .findFirst()
                .map(span -> new Leading(found, span));
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
