package io.docent.history;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.langchain4j.model.embedding.EmbeddingModel;
import io.docent.index.Term;
import io.docent.index.TermAnalyzer;
import io.docent.model.TokenEmbeddingModel;
import io.docent.model.TokenEmbeddings;
import jakarta.inject.Singleton;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How alike questions are: the cosine of their embeddings; of those that the model cannot read, what they share of their
 * letters. For any thread.
 */
@Singleton
final class Likeness {

    /**
     * Questions that are more alike than this on average ask the same. Belongs to all-MiniLM-L6-v2; chosen on
     * {@code alike-questions.txt} of the tests, where words in common, beside the meaning, made it worse.
     */
    static final float SAME = 0.72f;

    /** Vectors that are kept, of 1.5 kB each. */
    private static final int MOST_KEPT = 2_000;

    private static final int GRAM = 3;

    private static final float[] NOT_READ = {};

    private final EmbeddingModel model;
    private final TermAnalyzer analyzer;
    private final Cache<String, Features> known =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

    Likeness(EmbeddingModel model, TermAnalyzer analyzer) {
        this.model = model;
        this.analyzer = analyzer;
    }

    /** Whether a question names anything: "What about it?" does not, and no document could answer it. */
    boolean saysSomething(String question) {
        Locale language = analyzer.languageOf(question);
        List<Term> terms = analyzer.analyze(question, language);
        return terms.stream()
                .anyMatch(term -> !analyzer.isFunctionWord(question.substring(term.start(), term.end()), language));
    }

    /** How alike each question is to each, at most 1. Takes a few milliseconds for each that was not seen before. */
    float[][] among(List<String> questions) {
        List<Features> features = questions.stream().map(this::features).toList();
        float[][] likeness = new float[features.size()][features.size()];
        for (int i = 0; i < features.size(); i++) {
            for (int j = 0; j < i; j++) {
                likeness[i][j] = features.get(i).likeness(features.get(j));
                likeness[j][i] = likeness[i][j];
            }
        }
        return likeness;
    }

    private Features features(String question) {
        return known.get(question, this::make);
    }

    private Features make(String question) {
        if (model instanceof TokenEmbeddingModel tokens) {
            TokenEmbeddings embedded = tokens.embedTokens(question);
            return tokens.tokenizer().reads(question, embedded.tokens())
                    ? new Features(embedded.whole(), Set.of())
                    : new Features(NOT_READ, grams(question));
        }
        return new Features(model.embed(question).content().vector(), Set.of());
    }

    /** Letters by threes: of a script without spaces there are no words to be had. */
    private static Set<String> grams(String question) {
        String letters = Normalizer.normalize(question, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "");
        int[] points = letters.codePoints().toArray();
        Set<String> grams = new HashSet<>();
        for (int start = 0; start == 0 || start + GRAM <= points.length; start++) {
            grams.add(new String(points, start, Math.min(GRAM, points.length - start)));
        }
        return grams;
    }

    /**
     * What a question is compared by.
     *
     * @param meaning of length 1; no numbers where the model cannot read it
     * @param grams of its letters, where the model cannot read it
     */
    @SuppressWarnings("ArrayRecordComponent") // numbers of a vector
    private record Features(float[] meaning, Set<String> grams) {

        float likeness(Features other) {
            if (meaning.length != other.meaning.length) {
                return 0;
            }
            return meaning.length == 0 ? shared(other) : cosine(other);
        }

        private float cosine(Features other) {
            float sum = 0;
            for (int i = 0; i < meaning.length; i++) {
                sum += meaning[i] * other.meaning[i];
            }
            return sum;
        }

        /** Dice's coefficient. */
        private float shared(Features other) {
            long both = grams.stream().filter(other.grams::contains).count();
            return 2f * both / (grams.size() + other.grams.size());
        }
    }
}
