package io.docent.answer;

import io.docent.answer.Evidence.Source;
import io.docent.answer.Evidence.Unit;
import io.docent.model.TokenCodec;
import io.docent.passage.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How much of a sentence's words a source has, in words or in meaning. For one sentence; for one thread.
 *
 * <p>A word counts fully where the source has it, nearly so where it has a synonym, a word of its family, or the word
 * stands in a heading above; else by how near the vectors of its tokens come to one in the source (all-MiniLM-L6-v2's, as
 * the index keeps them).
 */
final class Coverage {

    private static final double SYNONYM = 0.95;
    private static final double RELATED = 0.85;
    private static final double ABOVE = 0.9;
    private static final double NEARBY = 0.6;

    /** Sentences around that a word may be taken from. */
    private static final int BEFORE = 2;

    private static final int AFTER = 1;

    /** Cosines of token vectors: below the first a word has nothing to do with the source, from the second on it is there. */
    private static final double FAR = 0.25;

    private static final double NEAR = 0.75;
    private static final double BY_MEANING = 0.8;

    /** Verbs that say little without what goes with them, and words that join: they are left out where they are not there. */
    private static final Set<String> GENERIC = keys("come go get set put make take bring give happen occur appear"
            + " remain become like towards toward mean time case thing way see use do have let turn allow involve concern"
            + " possible able");

    private final List<Source> sources;
    private final TokenCodec.@Nullable Question tokens;
    private final boolean isFree;
    private final Map<Integer, float[][]> similarities = new HashMap<>();

    /**
     * For one sentence.
     *
     * @param tokens of the sentence, ready for comparison; null with a model that tells none
     * @param isFree whether the sentence has words of its own, rather than those of a sentence of the sources
     */
    Coverage(List<Source> sources, TokenCodec.@Nullable Question tokens, boolean isFree) {
        this.sources = sources;
        this.tokens = tokens;
        this.isFree = isFree;
    }

    boolean isFree() {
        return isFree;
    }

    /** How well a unit has each of the words, in [0, 1]. */
    double[] of(List<Word> words, Unit unit) {
        Set<String> own = unit.statement().keys();
        Set<String> around = unit.contextKeys();
        Set<String> before = unit.beforeKeys();
        double[] covered = new double[words.size()];
        for (int at = 0; at < covered.length; at++) {
            Word word = words.get(at);
            boolean named = word.is(Word.Kind.NAME) && Names.isAmong(word, before, unit.statement());
            covered[at] = named ? ABOVE : of(word, own, around, unit);
            if (isFree && covered[at] < ABOVE) {
                covered[at] = Math.max(covered[at], nearby(word, unit));
            }
        }
        return covered;
    }

    /** What a sentence of its own words may take from the sentences around: the thing that all of them are about. */
    private double nearby(Word word, Unit unit) {
        if (Lexicon.english().hasOppositeAmong(word.key(), unit.statement().keys())) {
            return RELATED; // whether it is denied is a fact, looked at by itself
        }
        List<Statement> passage = unit.passage();
        int from = Math.max(0, unit.position() - BEFORE);
        int to = Math.min(passage.size(), unit.position() + AFTER + 1);
        boolean isName = word.is(Word.Kind.NAME);
        for (Statement one : isName ? passage : passage.subList(from, to)) {
            Set<String> keys = one.keys();
            if (keys.contains(word.key())
                    || keys.stream().anyMatch(key -> Lexicon.english().areSynonyms(word.key(), key))) {
                return isName ? ABOVE : NEARBY;
            }
        }
        Set<String> above = unit.contextKeys();
        return above.stream().anyMatch(key -> Lexicon.areRelated(word.key(), key)) ? NEARBY : 0;
    }

    private static Set<String> keys(String words) {
        return Stream.of(words.split(" ")).map(Lexicon.english()::key).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a word need not be covered in a sentence of its own words. */
    static boolean saysLittle(Word word) {
        return GENERIC.contains(word.key());
    }

    private double of(Word word, Set<String> own, Set<String> around, Unit unit) {
        if (own.contains(word.key())) {
            return 1;
        }
        if (own.stream().anyMatch(key -> Lexicon.english().areSynonyms(word.key(), key))) {
            return SYNONYM;
        }
        if (around.contains(word.key())) {
            return ABOVE;
        }
        double meaning = byMeaning(word, unit);
        boolean related =
                own.stream().anyMatch(key -> Lexicon.areRelated(word.key(), key) || Names.areSame(word.key(), key));
        return related ? Math.max(RELATED, meaning) : meaning;
    }

    private double byMeaning(Word word, Unit unit) {
        TokenCodec.Question coded = tokens;
        Source source = sources.get(unit.source());
        if (coded == null || source.tokens().size() == 0) {
            return 0;
        }
        float[][] matrix = similarities.computeIfAbsent(
                unit.source(), index -> coded.similarities(source.tokens().codes()));
        double sum = 0;
        int count = 0;
        for (int token = 0; token < coded.size(); token++) {
            int at = coded.starts()[token];
            if (at >= word.start() && at < word.end()) {
                sum += best(matrix[token], source, unit.span());
                count++;
            }
        }
        double mean = count == 0 ? 0 : sum / count;
        return BY_MEANING * Math.clamp((mean - FAR) / (NEAR - FAR), 0, 1);
    }

    private static double best(float[] row, Source source, Span span) {
        double best = 0;
        int end = source.tokens().firstFrom(span.end());
        for (int token = source.tokens().firstFrom(span.start()); token < end; token++) {
            best = Math.max(best, row[token]);
        }
        return best;
    }
}
