package io.docent.retrieval;

import io.docent.document.DocumentId;
import io.docent.index.Candidate;
import io.docent.index.FoundPassage;
import io.docent.index.PassageIndex;
import io.docent.index.PassageQuery;
import io.docent.index.PassageSearch;
import io.docent.model.TokenCodec;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Finds the passages that may answer a question: by words and by meaning, compared token by token, in one order, each
 * once. The same question over the same index gives the same result, whichever channel asks. For any thread.
 */
@Singleton
public final class Retriever {

    /** How many passages each way brings, before they are put in order. */
    private static final int CANDIDATES = 60;

    private static final double WORDS_WEIGHT = 0.35;
    private static final double MEANING_WEIGHT = 0.25;
    private static final double TOKENS_WEIGHT = 0.4;

    private final PassageIndex index;
    private final QuestionAnalyser analyser;

    Retriever(PassageIndex index, QuestionAnalyser analyser) {
        this.index = index;
        this.analyser = analyser;
    }

    /**
     * Searches for a question or anything else.
     *
     * @param question standing alone, not blank
     * @param documents to search in; empty for all
     * @param limit how many passages at most, 1 to 100
     */
    public Retrieval retrieve(String question, Set<DocumentId> documents, int limit) {
        if (limit < 1 || limit > 100) {
            throw new IllegalArgumentException("a search brings 1 to 100 passages, not " + limit);
        }
        try (PassageSearch search = index.search()) {
            AnalysedQuestion analysed = analyser.analyse(question, search);
            List<Candidate> candidates = search.candidates(new PassageQuery(
                    analysed.queryTerms(), analysed.embedding(), documents, Math.max(CANDIDATES, limit)));
            return distinct(analysed, ranked(analysed, candidates), limit, search);
        }
    }

    private static List<Ranked> ranked(AnalysedQuestion question, List<Candidate> candidates) {
        TokenCodec.Question tokens = question.tokens();
        double[][] scores = new double[3][candidates.size()];
        for (int i = 0; i < candidates.size(); i++) {
            Candidate candidate = candidates.get(i);
            scores[0][i] = candidate.words();
            scores[1][i] = candidate.meaning();
            scores[2][i] = tokens == null ? 0 : MaxSim.score(tokens, question.tokenWeights(), candidate.tokens());
        }
        double[] fused = Fusion.fuse(new double[] {WORDS_WEIGHT, MEANING_WEIGHT, TOKENS_WEIGHT}, scores);
        List<Ranked> ranked = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            ranked.add(new Ranked(candidates.get(i), new Scores(scores[0][i], scores[1][i], scores[2][i], fused[i])));
        }
        ranked.sort(
                Comparator.comparingDouble((Ranked one) -> one.scores().fused()).reversed());
        return ranked;
    }

    private static Retrieval distinct(AnalysedQuestion question, List<Ranked> ranked, int limit, PassageSearch search) {
        List<Retrieved> passages = new ArrayList<>();
        List<Retrieved> folded = new ArrayList<>();
        List<Set<String>> words = new ArrayList<>();
        for (Ranked one : ranked) {
            if (passages.size() == limit) {
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
        return new Retrieval(question, passages, folded);
    }

    private record Ranked(Candidate candidate, Scores scores) {}
}
