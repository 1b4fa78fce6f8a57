package io.docent.retrieval;

import dev.langchain4j.model.embedding.EmbeddingModel;
import io.docent.index.PassageSearch;
import io.docent.index.Term;
import io.docent.index.TermAnalyzer;
import io.docent.measure.Stage;
import io.docent.measure.Stages;
import io.docent.model.TokenCodec;
import io.docent.model.TokenEmbeddingModel;
import io.docent.model.TokenEmbeddings;
import io.docent.model.Tokens;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Finds out what a question asks about, as far as the index can tell. For any thread. */
@Singleton
final class QuestionAnalyser {

    /** Words of the index that a misspelt one may have meant. */
    private static final int CORRECTIONS = 3;

    /** A question with more unknown words is in words that the documents do not have; each costs a look at all terms. */
    private static final int MOST_UNKNOWN_CORRECTED = 8;

    /** Of a shorter word, one letter is too much of it to guess. */
    private static final int SHORTEST_SLIP = 4;

    private static final int MOST_TOKENS = 128;

    private static final float[] NO_EMBEDDING = {};

    /** What a token counts that is part of no word of the question's meaning, beside one that is. */
    private static final double FUNCTION_WORD_WEIGHT = 0.5;

    private final EmbeddingModel model;
    private final TermAnalyzer analyzer;
    private final Stages stages;
    private final Rarity rarity;

    QuestionAnalyser(EmbeddingModel model, TermAnalyzer analyzer, Stages stages) {
        this.stages = stages;
        this.model = model;
        this.analyzer = analyzer;
        this.rarity = model instanceof TokenEmbeddingModel tokenModel
                ? new Rarity(word -> tokenModel.tokenizer().rank(word))
                : new Rarity(word -> 0);
    }

    /** Slips of the finger in common words are mended first: the model cannot read them. */
    AnalysedQuestion analyse(String question, PassageSearch search) {
        List<QuestionWord> typed = words(question, search);
        String mended = mended(question, typed);
        return mended.equals(question) ? analysed(question, typed) : analysed(mended, words(mended, search));
    }

    private AnalysedQuestion analysed(String question, List<QuestionWord> words) {
        if (!(model instanceof TokenEmbeddingModel tokenModel)) {
            float[] embedding = stages.time(
                    Stage.EMBED, () -> model.embed(question).content().vector());
            return new AnalysedQuestion(question, words, embedding, null, new float[0]);
        }
        TokenEmbeddings embedded = stages.time(Stage.EMBED, () -> tokenModel.embedTokens(question));
        if (!tokenModel.tokenizer().reads(question, embedded.tokens())) {
            return new AnalysedQuestion(question, words, NO_EMBEDDING, null, new float[0]);
        }
        TokenEmbeddings compared = weightiest(question, embedded, words);
        return new AnalysedQuestion(
                question,
                words,
                embedded.whole(),
                TokenCodec.question(compared),
                tokenWeights(question, compared.tokens(), words));
    }

    /** Every token is compared with every token of a hundred passages: of a whole page, the most telling ones are. */
    private static TokenEmbeddings weightiest(String question, TokenEmbeddings embedded, List<QuestionWord> words) {
        int size = embedded.tokens().size();
        if (size <= MOST_TOKENS) {
            return embedded;
        }
        float[] weights = tokenWeights(question, embedded.tokens(), words);
        int[] kept = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer token) -> -weights[token]))
                .limit(MOST_TOKENS)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
        return embedded.only(kept);
    }

    /** Names are left as they are: one letter may make another name. */
    private String mended(String question, List<QuestionWord> words) {
        if (!(model instanceof TokenEmbeddingModel tokenModel)
                || !analyzer.languageOf(question).getLanguage().equals("en")) {
            return question;
        }
        if (words.stream().filter(QuestionWord::unknown).count() > MOST_UNKNOWN_CORRECTED) {
            return question;
        }
        StringBuilder mended = new StringBuilder(question);
        for (QuestionWord word : words.reversed()) {
            boolean mayBeSlip = word.unknown()
                    && word.text().length() >= SHORTEST_SLIP
                    && word.text().chars().allMatch(Character::isLowerCase)
                    && tokenModel.tokenizer().rank(word.text()) == 0;
            if (mayBeSlip) {
                tokenModel
                        .tokenizer()
                        .wordNear(word.text())
                        .ifPresent(near -> mended.replace(word.start(), word.end(), near));
            }
        }
        return mended.toString();
    }

    private List<QuestionWord> words(String question, PassageSearch search) {
        Locale language = analyzer.languageOf(question);
        Set<Locale> languages = new LinkedHashSet<>(List.of(language));
        languages.addAll(search.languages());
        Map<Place, Set<String>> forms = new LinkedHashMap<>();
        for (Locale each : languages) {
            for (Term term : analyzer.analyze(question, each)) {
                forms.computeIfAbsent(new Place(term.start(), term.end()), place -> new LinkedHashSet<>())
                        .add(term.text());
            }
        }
        Map<Place, Set<String>> meaningful = new LinkedHashMap<>(forms);
        meaningful.keySet().removeIf(place -> analyzer.isFunctionWord(place.of(question), language));
        return weighed(question, meaningful.isEmpty() ? forms : meaningful, search);
    }

    private List<QuestionWord> weighed(String question, Map<Place, Set<String>> forms, PassageSearch search) {
        int passages = search.size();
        Map<String, Integer> frequencies = search.frequencies(
                forms.values().stream().flatMap(Collection::stream).toList());
        List<QuestionWord> words = new ArrayList<>();
        Set<Set<String>> seen = new LinkedHashSet<>();
        forms.forEach((place, terms) -> {
            if (!seen.add(terms)) {
                return; // said twice, asked once
            }
            int frequency = frequency(terms, frequencies);
            boolean mayBeSlip = frequency == 0
                    && words.stream().filter(QuestionWord::unknown).count() < MOST_UNKNOWN_CORRECTED;
            Set<String> corrections = mayBeSlip ? corrections(terms, search) : Set.of();
            Set<String> meant = corrections.isEmpty() ? terms : corrections;
            int known = corrections.isEmpty() ? frequency : frequency(meant, search.frequencies(meant));
            words.add(new QuestionWord(
                    place.of(question),
                    place.start(),
                    place.end(),
                    meant,
                    rarity.idf(place.of(question), known, passages),
                    frequency == 0));
        });
        return words;
    }

    private static Set<String> corrections(Set<String> terms, PassageSearch search) {
        Set<String> similar = new LinkedHashSet<>();
        terms.forEach(term -> similar.addAll(search.similarTerms(term, CORRECTIONS)));
        return similar;
    }

    private static int frequency(Collection<String> terms, Map<String, Integer> frequencies) {
        return terms.stream()
                .mapToInt(term -> frequencies.getOrDefault(term, 0))
                .max()
                .orElse(0);
    }

    /** A token counts as its word does; punctuation not at all. */
    private static float[] tokenWeights(String question, Tokens tokens, List<QuestionWord> words) {
        float[] weights = new float[tokens.size()];
        float sum = 0;
        for (int token = 0; token < weights.length; token++) {
            weights[token] = (float) weight(question, tokens.starts()[token], tokens.ends()[token], words);
            sum += weights[token];
        }
        for (int token = 0; token < weights.length && sum > 0; token++) {
            weights[token] /= sum;
        }
        return weights;
    }

    private static double weight(String question, int start, int end, List<QuestionWord> words) {
        if (!Character.isLetterOrDigit(question.codePointAt(start))) {
            return 0;
        }
        return words.stream()
                .filter(word -> word.start() < end && start < word.end())
                .mapToDouble(QuestionWord::idf)
                .max()
                .orElse(FUNCTION_WORD_WEIGHT);
    }

    private record Place(int start, int end) {
        String of(String text) {
            return text.substring(start, end);
        }
    }
}
