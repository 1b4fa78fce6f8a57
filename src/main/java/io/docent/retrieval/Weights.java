package io.docent.retrieval;

import jakarta.inject.Inject;
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
 * The weights that were learnt: a readable resource that says from what, and how. For any thread.
 */
@Singleton
public final class Weights {

    private static final String RESOURCE = "weights.properties";

    private final Properties properties;

    @Inject
    Weights() {
        this(load());
    }

    /** With other weights than those that are shipped. */
    Weights(Properties properties) {
        this.properties = new Properties();
        this.properties.putAll(properties);
    }

    /** How the resource names a feature, behind the name of its kind and a dot. */
    public static String name(Enum<?> feature) {
        return feature.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The model of a kind.
     *
     * @param kind what stands before the names of its features
     * @throws IllegalStateException where a feature has no weight
     */
    public <F extends Enum<F>> LinearModel<F> model(String kind, Class<F> features) {
        Map<F, Double> weights = new EnumMap<>(features);
        for (F feature : features.getEnumConstants()) {
            weights.put(feature, number(kind + "." + name(feature)));
        }
        return new LinearModel<>(weights);
    }

    /**
     * A single number.
     *
     * @throws IllegalStateException where there is none
     */
    public double number(String key) {
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
}
