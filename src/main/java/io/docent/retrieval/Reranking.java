package io.docent.retrieval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts passages in order by their sentences too: a passage counts more, the likelier one of its sentences is the one
 * that answers.
 */
final class Reranking {

    /** What the sentences count beside everything else. */
    static final double WEIGHT = 0.5;

    /** The same where the model tells nothing of the question, and all there is beside are its words. */
    static final double WEIGHT_BY_WORDS = 1.0;

    /** A chance lower by more than this factor (as a logarithm) counts as none. */
    static final double LOWEST = 12;

    private Reranking() {}

    /**
     * The passages in their new order, with their sentences.
     *
     * @param passages by the scores of whole passages, best first
     * @param sentences of the passages that were looked at
     * @param weight of the sentences
     */
    static Ordered of(List<Retrieved> passages, List<ScoredSentence> sentences, double weight) {
        Map<Retrieved, Double> logarithms = logarithmsOfChances(sentences);
        Map<Retrieved, Retrieved> scored = new HashMap<>();
        for (Retrieved passage : passages) {
            scored.put(passage, passage.with(scores(passage.scores(), logarithms.get(passage), weight)));
        }
        List<Retrieved> ordered = new ArrayList<>(scored.size());
        passages.forEach(passage -> ordered.add(scored.getOrDefault(passage, passage)));
        ordered.sort(Comparator.comparingDouble((Retrieved one) -> one.scores().fused())
                .reversed());
        return new Ordered(
                ordered,
                sentences.stream()
                        .map(sentence -> sentence.of(scored.getOrDefault(sentence.passage(), sentence.passage())))
                        .toList());
    }

    /** The scores of sentences are those of a conditional logit: their exponentials are to each other as chances. */
    private static Map<Retrieved, Double> logarithmsOfChances(List<ScoredSentence> sentences) {
        double highest =
                sentences.stream().mapToDouble(ScoredSentence::score).max().orElse(0);
        Map<Retrieved, Double> sums = new HashMap<>();
        double all = 0;
        for (ScoredSentence sentence : sentences) {
            double odds = Math.exp(sentence.score() - highest);
            sums.merge(sentence.passage(), odds, Double::sum);
            all += odds;
        }
        double total = Math.log(all);
        sums.replaceAll((passage, sum) -> Math.log(sum) - total);
        return sums;
    }

    private static Scores scores(Scores before, @Nullable Double logarithm, double weight) {
        double chance = logarithm == null ? 0 : Math.exp(logarithm);
        double share = logarithm == null ? 0 : Math.max(0, 1 + logarithm / LOWEST);
        double fused = (before.fused() + weight * share) / (1 + weight);
        return new Scores(before.words(), before.meaning(), before.tokens(), before.conversation(), chance, fused);
    }

    /** Passages, and the sentences of some of them; both best first. */
    record Ordered(List<Retrieved> passages, List<ScoredSentence> sentences) {}
}
