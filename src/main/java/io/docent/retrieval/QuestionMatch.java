package io.docent.retrieval;

import io.docent.index.Term;
import io.docent.index.TokenVectors;
import io.docent.model.TokenCodec;
import io.docent.passage.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Compares a question with any part of one passage, by words and by tokens. For one thread. */
public final class QuestionMatch {

    /** Terms apart that still count as together. */
    private static final int CLOSE = 3;

    private final AnalysedQuestion question;
    private final TokenVectors tokens;
    private final float[][] similarities;
    private final List<Term> terms;
    private final List<List<Integer>> places = new ArrayList<>();
    private final boolean[] isAbove;
    private final boolean[] isAsked;

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
        for (int word = 0; word < question.words().size(); word++) {
            QuestionWord asked = question.words().get(word);
            isAbove[word] = above.stream().anyMatch(term -> asked.forms().contains(term.text()));
            List<Integer> at = new ArrayList<>();
            for (int i = 0; i < terms.size(); i++) {
                if (asked.forms().contains(terms.get(i).text())) {
                    at.add(i);
                    isAsked[i] = true;
                }
            }
            places.add(at);
        }
    }

    /** MaxSim with the tokens in a span, in [-1, 1]. */
    double maxSim(Span span) {
        double sum = 0;
        for (int token = 0; token < similarities.length; token++) {
            sum += question.tokenWeights()[token] * best(token, span);
        }
        return sum;
    }

    private double best(int questionToken, Span span) {
        float best = 0;
        int end = tokens.firstFrom(span.end());
        for (int token = tokens.firstFrom(span.start()); token < end; token++) {
            best = Math.max(best, similarities[questionToken][token]);
        }
        return best;
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

    /** Idf of the words in a span, or above it, as a share of all words'. */
    public double words(Span span, boolean orAbove) {
        double sum = 0;
        for (int word = 0; word < places.size(); word++) {
            if (isIn(word, span) || (orAbove && isAbove[word])) {
                sum += question.words().get(word).idf();
            }
        }
        return sum / Math.max(1e-9, question.totalIdf());
    }

    /** Like {@link #words}, but a missing word counts by the best similarity of its tokens. */
    double wordsOrNear(Span span) {
        double sum = 0;
        for (int word = 0; word < places.size(); word++) {
            QuestionWord asked = question.words().get(word);
            sum += asked.idf() * (isIn(word, span) ? 1 : near(asked, span));
        }
        return sum / Math.max(1e-9, question.totalIdf());
    }

    private double near(QuestionWord word, Span span) {
        TokenCodec.Question coded = question.tokens();
        if (coded == null) {
            return 0;
        }
        double sum = 0;
        int count = 0;
        for (int token = 0; token < coded.size(); token++) {
            int at = coded.starts()[token];
            if (at >= word.start() && at < word.end()) {
                sum += best(token, span);
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
        return some.stream()
                .filter(place -> isIn(terms.get(place), span))
                .anyMatch(place -> others.stream()
                        .filter(other -> isIn(terms.get(other), span))
                        .anyMatch(other -> Math.abs(other - place) <= CLOSE));
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
    long otherTerms(Span span) {
        return IntStream.range(0, terms.size())
                .filter(i -> !isAsked[i] && isIn(terms.get(i), span))
                .mapToObj(i -> terms.get(i).text())
                .distinct()
                .count();
    }

    private boolean isIn(int word, Span span) {
        return places.get(word).stream().anyMatch(place -> isIn(terms.get(place), span));
    }

    private static boolean isIn(Term term, Span span) {
        return term.start() >= span.start() && term.end() <= span.end();
    }
}
