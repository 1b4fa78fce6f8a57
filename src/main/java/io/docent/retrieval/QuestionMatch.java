package io.docent.retrieval;

import io.docent.index.Term;
import io.docent.index.TokenVectors;
import io.docent.model.TokenCodec;
import io.docent.passage.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Compares a question with any part of one passage, by words and by tokens. For one thread. */
public final class QuestionMatch {

    /** Terms apart that still count as together. */
    private static final int CLOSE = 3;

    private final AnalysedQuestion question;
    private final TokenVectors tokens;
    private final float[][] similarities;
    private final List<Term> terms;

    /** Of each word of the question, the terms that are this word. */
    private final List<List<Integer>> places = new ArrayList<>();

    private final boolean[] isAbove;
    private final boolean[] isAsked;

    /** The same number for the same term. */
    private final int[] kinds;

    /**
     * Prepares the comparison.
     *
     * @param tokens of the passage
     * @param terms of the passage's text, in its order
     * @param above terms of its title and headings
     */
    QuestionMatch(AnalysedQuestion question, TokenVectors tokens, List<Term> terms, List<Term> above) {
        this.question = question;
        this.tokens = tokens;
        this.terms = terms;
        TokenCodec.Question coded = question.tokens();
        this.similarities = coded == null ? new float[0][] : coded.similarities(tokens.codes());
        this.isAbove = new boolean[question.words().size()];
        this.isAsked = new boolean[terms.size()];
        this.kinds = new int[terms.size()];
        Map<String, List<Integer>> wordsOf = new HashMap<>();
        for (int word = 0; word < question.words().size(); word++) {
            places.add(new ArrayList<>());
            for (String form : question.words().get(word).forms()) {
                wordsOf.computeIfAbsent(form, key -> new ArrayList<>()).add(word);
            }
        }
        for (Term term : above) {
            wordsOf.getOrDefault(term.text(), List.of()).forEach(word -> isAbove[word] = true);
        }
        Map<String, Integer> known = new HashMap<>();
        for (int i = 0; i < kinds.length; i++) {
            String text = terms.get(i).text();
            kinds[i] = known.computeIfAbsent(text, key -> known.size());
            for (int word : wordsOf.getOrDefault(text, List.of())) {
                places.get(word).add(i);
                isAsked[i] = true;
            }
        }
    }

    /** For each token of the question its best similarity with a token between two offsets, in [0, 1]. */
    float[] best(int from, int to) {
        int start = tokens.firstFrom(from);
        int end = tokens.firstFrom(to);
        float[] best = new float[similarities.length];
        for (int row = 0; row < best.length; row++) {
            for (int token = start; token < end; token++) {
                best[row] = Math.max(best[row], similarities[row][token]);
            }
        }
        return best;
    }

    /** What {@link #best} tells of two pieces together. */
    static float[] higher(float[] best, float[] other) {
        float[] higher = new float[best.length];
        for (int i = 0; i < higher.length; i++) {
            higher[i] = Math.max(best[i], other[i]);
        }
        return higher;
    }

    /** MaxSim, the question's tokens counting by how rare they are: of {@link #best}, in [0, 1]. */
    double maxSim(float[] best) {
        double sum = 0;
        for (int token = 0; token < best.length; token++) {
            sum += question.tokenWeights()[token] * best[token];
        }
        return sum;
    }

    /** MaxSim, the question's tokens all counting the same: of {@link #best}, in [0, 1]. */
    static double maxSimEvenly(float[] best) {
        double sum = 0;
        for (float one : best) {
            sum += one;
        }
        return best.length == 0 ? 0 : sum / best.length;
    }

    /** Mean similarity of all tokens with all tokens in a span. */
    double topic(Span span) {
        int start = tokens.firstFrom(span.start());
        int end = tokens.firstFrom(span.end());
        if (start == end || similarities.length == 0) {
            return 0;
        }
        double sum = 0;
        for (int row = 0; row < similarities.length; row++) {
            for (int token = start; token < end; token++) {
                sum += question.tokenWeights()[row] * similarities[row][token];
            }
        }
        return sum / (end - start);
    }

    /** Mean over a span's tokens of the best similarity with one of the question's: how much of it is about the question. */
    public double maxSimOf(Span span) {
        int start = tokens.firstFrom(span.start());
        int end = tokens.firstFrom(span.end());
        if (start == end || similarities.length == 0) {
            return 0;
        }
        double sum = 0;
        for (int token = start; token < end; token++) {
            float best = 0;
            for (float[] row : similarities) {
                best = Math.max(best, row[token]);
            }
            sum += best;
        }
        return sum / (end - start);
    }

    /** Idf of the words in a span or in a label, as a share of all words'. */
    double words(Span span, @Nullable Span label) {
        return share(word -> isIn(word, span, label));
    }

    /** The same of the words in a span, in the title and the headings, or in a label. */
    public double wordsOrAbove(Span span, @Nullable Span label) {
        return share(word -> isIn(word, span) || isAbove(word, label));
    }

    /** The same of the words in the title and the headings, or in a label. */
    double wordsAbove(@Nullable Span label) {
        return share(word -> isAbove(word, label));
    }

    private double share(IntPredicate counts) {
        double sum = 0;
        for (int word = 0; word < places.size(); word++) {
            if (counts.test(word)) {
                sum += question.words().get(word).idf();
            }
        }
        return sum / Math.max(1e-9, question.totalIdf());
    }

    private boolean isIn(int word, Span span, @Nullable Span label) {
        return isIn(word, span) || (label != null && isIn(word, label));
    }

    private boolean isAbove(int word, @Nullable Span label) {
        return isAbove[word] || (label != null && isIn(word, label));
    }

    /** Share of the terms in a span that are the question's. */
    double asked(Span span) {
        int all = 0;
        int asked = 0;
        for (int i = 0; i < kinds.length; i++) {
            if (isIn(terms.get(i), span)) {
                all++;
                asked += isAsked[i] ? 1 : 0;
            }
        }
        return all == 0 ? 0 : asked / (double) all;
    }

    /** Like {@link #words}, but a missing word counts by the best similarity of its tokens, which {@link #best} tells. */
    double wordsOrNear(Span span, @Nullable Span label, float[] best) {
        double sum = 0;
        for (int word = 0; word < places.size(); word++) {
            QuestionWord asked = question.words().get(word);
            sum += asked.idf() * (isIn(word, span, label) ? 1 : near(asked, best));
        }
        return sum / Math.max(1e-9, question.totalIdf());
    }

    private double near(QuestionWord word, float[] best) {
        TokenCodec.Question coded = question.tokens();
        if (coded == null) {
            return 0;
        }
        double sum = 0;
        int count = 0;
        for (int token = 0; token < coded.size(); token++) {
            int at = coded.starts()[token];
            if (at >= word.start() && at < word.end()) {
                sum += best[token];
                count++;
            }
        }
        return count == 0 ? 0 : Math.max(0, sum / count);
    }

    /** Share of neighbouring words of the question that are neighbours in a span too. */
    double pairs(Span span) {
        int pairs = places.size() - 1;
        if (pairs < 1) {
            return 0;
        }
        int close = 0;
        for (int word = 0; word < pairs; word++) {
            close += areClose(places.get(word), places.get(word + 1), span) ? 1 : 0;
        }
        return close / (double) pairs;
    }

    private boolean areClose(List<Integer> some, List<Integer> others, Span span) {
        for (int place : some) {
            if (isIn(terms.get(place), span)) {
                for (int other : others) {
                    if (Math.abs(other - place) <= CLOSE && isIn(terms.get(other), span)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Share of the question's names and numbers that are neither in a span nor above it; 0 where it has none. */
    public double namesMissed(Span span) {
        int names = 0;
        int missed = 0;
        for (int word = 0; word < places.size(); word++) {
            if (isName(question.words().get(word))) {
                names++;
                missed += isMissed(word, span) ? 1 : 0;
            }
        }
        return names == 0 ? 0 : missed / (double) names;
    }

    private boolean isMissed(int word, Span span) {
        return !isAbove[word] && !isIn(word, span);
    }

    /** With a capital letter that does not begin the question, or with a digit. */
    private static boolean isName(QuestionWord word) {
        return word.text().chars().anyMatch(Character::isDigit)
                || (word.start() > 0 && word.text().chars().anyMatch(Character::isUpperCase));
    }

    /** How many different terms in a span are not asked for. */
    int otherTerms(Span span) {
        BitSet different = new BitSet(kinds.length);
        for (int i = 0; i < kinds.length; i++) {
            if (!isAsked[i] && isIn(terms.get(i), span)) {
                different.set(kinds[i]);
            }
        }
        return different.cardinality();
    }

    private boolean isIn(int word, Span span) {
        for (int place : places.get(word)) {
            if (isIn(terms.get(place), span)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isIn(Term term, Span span) {
        return term.start() >= span.start() && term.end() <= span.end();
    }
}
