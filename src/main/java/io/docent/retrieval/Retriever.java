package io.docent.retrieval;

import io.docent.document.DocumentId;
import io.docent.index.Candidate;
import io.docent.index.FoundPassage;
import io.docent.index.PassageIndex;
import io.docent.index.PassageQuery;
import io.docent.index.PassageSearch;
import io.docent.measure.Stage;
import io.docent.measure.Stages;
import io.docent.model.TokenCodec;
import io.docent.retrieval.Reranking.Ordered;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Finds the passages that may answer a question: by words and by meaning, compared token by token and sentence by
 * sentence, in one order, each once. The same question over the same index gives the same result, whichever channel asks. For any thread.
 */
@Singleton
public final class Retriever {

    /** How many passages each way brings, before they are put in order. */
    private static final int CANDIDATES = 60;

    private static final double WORDS_WEIGHT = 0.2;
    private static final double MEANING_WEIGHT = 0.2;
    private static final double TOKENS_WEIGHT = 0.6;

    /**
     * What fitting the conversation counts beside fitting the question: this by the idf of the question's words, so that
     * "What is the issue?" goes by what was talked about and a question that says much goes by itself.
     */
    private static final double CONVERSATION_IDF = 10;

    private static final double LEAST_CONVERSATION = 0.3;
    private static final double MOST_CONVERSATION = 2;

    /** More searches at once than cores end no sooner, and each holds what it found; they go in the order they came. */
    private final Semaphore places = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    private final PassageIndex index;
    private final QuestionAnalyser analyser;
    private final SentenceFinder finder;
    private final Stages stages;

    Retriever(PassageIndex index, QuestionAnalyser analyser, SentenceFinder finder, Stages stages) {
        this.stages = stages;
        this.index = index;
        this.analyser = analyser;
        this.finder = finder;
    }

    /**
     * Searches for a question or anything else.
     *
     * @param question standing alone, not blank
     * @param documents to search in; empty for all
     * @param limit how many passages at most, 1 to 100
     */
    public Retrieval retrieve(String question, Set<DocumentId> documents, int limit) {
        return retrieve(question, "", documents, limit);
    }

    /**
     * Searches for a question asked in a conversation: passages that fit what was talked about count more.
     *
     * @param question standing alone, not blank
     * @param conversation what its asker said, this question included; empty where it is the first
     * @param documents to search in; empty for all
     * @param limit how many passages at most, 1 to 100
     */
    public Retrieval retrieve(String question, String conversation, Set<DocumentId> documents, int limit) {
        if (limit < 1 || limit > 100) {
            throw new IllegalArgumentException("a search brings 1 to 100 passages, not " + limit);
        }
        places.acquireUninterruptibly();
        try {
            return search(question, conversation, documents, limit);
        } finally {
            places.release();
        }
    }

    private Retrieval search(String question, String conversation, Set<DocumentId> documents, int limit) {
        int wide = Math.max(CANDIDATES, limit);
        try (PassageSearch search = index.search()) {
            long start = System.nanoTime();
            AnalysedQuestion analysed = analyser.analyse(question, search);
            long read = System.nanoTime();
            Map<Integer, Ranked> ranked = ranked(analysed, search, documents, wide);
            if (!conversation.isBlank() && !conversation.equals(question)) {
                AnalysedQuestion talk = analyser.analyse(conversation, search);
                ranked = together(analysed, ranked, ranked(talk, search, documents, wide));
            }
            List<Ranked> best = new ArrayList<>(ranked.values());
            best.sort(Comparator.comparingDouble((Ranked one) -> one.scores().fused())
                    .reversed());
            return distinct(analysed, best, limit, search, start, read);
        }
    }

    /** By key. */
    private static Map<Integer, Ranked> ranked(
            AnalysedQuestion question, PassageSearch search, Set<DocumentId> documents, int limit) {
        List<Candidate> candidates =
                search.candidates(new PassageQuery(question.queryTerms(), question.embedding(), documents, limit));
        double[][] scores = new double[3][candidates.size()];
        for (int i = 0; i < candidates.size(); i++) {
            Candidate candidate = candidates.get(i);
            scores[0][i] = candidate.words();
            scores[1][i] = candidate.meaning();
            scores[2][i] = tokens(question, candidate);
        }
        double[] fused = Fusion.fuse(new double[] {WORDS_WEIGHT, MEANING_WEIGHT, TOKENS_WEIGHT}, scores);
        Map<Integer, Ranked> ranked = new LinkedHashMap<>();
        for (int i = 0; i < candidates.size(); i++) {
            Scores each = new Scores(scores[0][i], scores[1][i], scores[2][i], 0, 0, fused[i]);
            ranked.put(candidates.get(i).key(), new Ranked(candidates.get(i), each));
        }
        return ranked;
    }

    private static double tokens(AnalysedQuestion question, Candidate candidate) {
        TokenCodec.Question tokens = question.tokens();
        return tokens == null ? 0 : MaxSim.score(tokens, question.tokenWeights(), candidate.tokens());
    }

    private static Map<Integer, Ranked> together(
            AnalysedQuestion question, Map<Integer, Ranked> asked, Map<Integer, Ranked> talked) {
        double weight = Math.clamp(
                CONVERSATION_IDF / Math.max(1e-9, question.totalIdf()), LEAST_CONVERSATION, MOST_CONVERSATION);
        Map<Integer, Ranked> together = new LinkedHashMap<>();
        asked.forEach((key, one) -> together.put(key, one.in(talked.get(key), weight)));
        talked.forEach((key, one) -> {
            if (!asked.containsKey(key)) {
                // The question's own search did not bring it: its words and meaning are not near.
                Scores none = new Scores(0, 0, tokens(question, one.candidate()), 0, 0, 0);
                together.put(key, new Ranked(one.candidate(), none).in(one, weight));
            }
        });
        return together;
    }

    private Retrieval distinct(
            AnalysedQuestion question, List<Ranked> ranked, int limit, PassageSearch search, long start, long read) {
        // As many are put in order by their sentences whatever the limit is, so that the order does not depend on it.
        int wanted = Math.max(limit, SentenceFinder.PASSAGES);
        List<Retrieved> passages = new ArrayList<>();
        List<Retrieved> folded = new ArrayList<>();
        List<Set<String>> words = new ArrayList<>();
        for (Ranked one : ranked) {
            if (passages.size() == wanted) {
                break;
            }
            FoundPassage found = search.load(one.candidate().key());
            Retrieved retrieved = new Retrieved(
                    found.passage(), found.document(), one.candidate().tokens(), one.scores());
            Set<String> own = NearDuplicates.words(found.passage().text());
            if (words.stream().anyMatch(other -> NearDuplicates.same(own, other))) {
                folded.add(retrieved);
            } else {
                passages.add(retrieved);
                words.add(own);
            }
        }
        long found = System.nanoTime();
        Ordered ordered = stages.time(
                Stage.RANK,
                () -> Reranking.of(
                        passages,
                        finder.find(question, passages),
                        question.tokens() == null ? Reranking.WEIGHT_BY_WORDS : Reranking.WEIGHT));
        List<Retrieved> best = ordered.passages().subList(0, Math.min(limit, passages.size()));
        List<ScoredSentence> sentences = ordered.sentences().stream()
                .filter(sentence -> best.contains(sentence.passage()))
                .toList();
        Took took = new Took(
                Duration.ofNanos(read - start),
                Duration.ofNanos(found - read),
                Duration.ofNanos(System.nanoTime() - found));
        return new Retrieval(question, best, sentences, folded, took);
    }

    private record Ranked(Candidate candidate, Scores scores) {

        /** With what the same passage scored for the conversation. */
        Ranked in(@Nullable Ranked talked, double weight) {
            double conversation = talked == null ? 0 : talked.scores.fused();
            double fused = (scores.fused() + weight * conversation) / (1 + weight);
            return new Ranked(
                    candidate, new Scores(scores.words(), scores.meaning(), scores.tokens(), conversation, 0, fused));
        }
    }
}
