package io.docent.answer;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * The weights of answers: a readable resource that says what they were learnt from, and how. For any thread.
 */
@Singleton
public final class Weights {

    private static final String RESOURCE = "weights.properties";

    private final Map<SentenceFeature, Double> sentence = new EnumMap<>(SentenceFeature.class);

    private final Map<ConfidenceFeature, Double> confidence = new EnumMap<>(ConfidenceFeature.class);
    private final double confidenceBias;
    private final double threshold;

    Weights() {
        this(load());
    }

    Weights(Properties properties) {
        for (SentenceFeature feature : SentenceFeature.values()) {
            sentence.put(feature, number(properties, "sentence." + name(feature)));
        }
        for (ConfidenceFeature feature : ConfidenceFeature.values()) {
            confidence.put(feature, number(properties, "confidence." + name(feature)));
        }
        confidenceBias = number(properties, "confidence.bias");
        threshold = number(properties, "confidence.threshold");
    }

    /** How the resource names a feature, behind the name of its kind and a dot. */
    public static String name(Enum<?> feature) {
        return feature.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static double number(Properties properties, String key) {
        String value = properties.getProperty(key);
        if (value == null) {
            throw new IllegalStateException(RESOURCE + " lacks " + key);
        }
        return Double.parseDouble(value);
    }

    private static Properties load() {
        Properties properties = new Properties();
        try (InputStream stream = Weights.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the class path");
            }
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", e);
        }
    }

    /** The higher the more likely the sentence answers; comparable within one question. */
    public double sentenceScore(Map<SentenceFeature, Double> features) {
        return dot(sentence, features);
    }

    /** How likely the documents hold the answer, in [0, 1]. */
    public double confidence(Map<ConfidenceFeature, Double> features) {
        return 1 / (1 + Math.exp(-confidenceBias - dot(confidence, features)));
    }

    /** The confidence below which the documents do not hold the answer. */
    public double threshold() {
        return threshold;
    }

    private static <F> double dot(Map<F, Double> weights, Map<F, Double> features) {
        double sum = 0;
        for (Map.Entry<F, Double> weight : weights.entrySet()) {
            sum += weight.getValue() * features.getOrDefault(weight.getKey(), 0.0);
        }
        return sum;
    }
}
