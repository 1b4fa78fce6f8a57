package io.docent.answer;

import io.docent.answer.Answer.Answered;
import io.docent.index.FoundPassage;
import io.docent.index.IndexedDocument;
import io.docent.index.PassageIndex;
import io.docent.index.PassageSearch;
import io.docent.passage.Passage;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Questions that the documents do answer: each was asked, and its answer begins with what it was made from. */
@Singleton
public final class Examples {

    private static final Duration GOOD_FOR = Duration.ofSeconds(30);
    private static final int MOST_QUESTIONS = 6;
    private static final int MOST_DOCUMENTS = 12;
    private static final int MOST_PASSAGES = 30;
    private static final int MOST_TRIES = 5;

    private final PassageIndex index;
    private final Answerer answerer;
    private final Clock clock;
    private List<String> questions = List.of();
    private long madeFor = -1;
    private Instant madeAt = Instant.EPOCH;

    Examples(PassageIndex index, Answerer answerer, Clock clock) {
        this.index = index;
        this.answerer = answerer;
        this.clock = clock;
    }

    /**
     * Up to six, from different documents as far as there are. Made anew when there are fewer passages than before; when
     * there are more, as while a folder is indexed, at most twice a minute.
     */
    public synchronized List<String> questions() {
        try (PassageSearch search = index.search()) {
            int passages = search.size();
            boolean stale = questions.isEmpty() || madeAt.plus(GOOD_FOR).isBefore(clock.instant());
            if (passages < madeFor || (passages != madeFor && stale)) {
                questions = make(search);
                madeFor = passages;
                madeAt = clock.instant();
            }
            return questions;
        }
    }

    private List<String> make(PassageSearch search) {
        List<IndexedDocument> documents = spread(search);
        int each = Math.max(1, MOST_QUESTIONS / Math.max(1, documents.size()));
        List<String> made = new ArrayList<>();
        for (IndexedDocument document : documents) {
            if (made.size() < MOST_QUESTIONS) {
                List<String> some = answered(search, document, each);
                made.addAll(some.subList(0, Math.min(some.size(), MOST_QUESTIONS - made.size())));
            }
        }
        return List.copyOf(made);
    }

    private static List<IndexedDocument> spread(PassageSearch search) {
        long total = search.documents("", 0, 0).total();
        List<IndexedDocument> some = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST_DOCUMENTS, total); i++) {
            int offset = (int) (i * total / Math.min(MOST_DOCUMENTS, total));
            some.addAll(search.documents("", offset, 1).documents());
        }
        return some;
    }

    private List<String> answered(PassageSearch search, IndexedDocument document, int most) {
        List<Passage> passages = search.passagesOf(document.id()).stream()
                .limit(MOST_PASSAGES)
                .map(FoundPassage::passage)
                .toList();
        return ExampleQuestions.of(passages).stream()
                .limit(MOST_TRIES + 2L * most)
                .filter(this::isAnswered)
                .map(ExampleQuestion::text)
                .limit(most)
                .toList();
    }

    private boolean isAnswered(ExampleQuestion question) {
        return answerer.answer(new Question(question.text(), Set.of())) instanceof Answered answered
                && !answered.citations().isEmpty()
                && question.isAnsweredBy(answered.citations().getFirst());
    }
}
