package io.docent.channel.openapi;

import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The document: what micronaut-openapi generates from the controllers and their records when they are compiled, and what
 * {@code additions.yml} adds. Put together when it is first asked for. For any thread.
 */
@Singleton
final class Specification {

    private static final String GENERATED = "/META-INF/swagger/docent.yml";
    private static final String ADDITIONS = "additions.yml";

    private final JsonMapper json;

    private volatile @Nullable Texts texts;

    Specification(JsonMapper json) {
        this.json = json;
    }

    byte[] json() {
        return texts().json().getBytes(StandardCharsets.UTF_8);
    }

    byte[] yaml() {
        return texts().yaml().getBytes(StandardCharsets.UTF_8);
    }

    private Texts texts() {
        Texts known = texts;
        if (known == null) {
            known = make();
            texts = known;
        }
        return known;
    }

    private Texts make() {
        Map<String, Object> document = document();
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        // The same list in two places stands in both: not every reader knows YAML's aliases.
        options.setDereferenceAliases(true);
        options.setSplitLines(false);
        try {
            return new Texts(json.writeValueAsString(document), new Yaml(options).dump(document));
        } catch (IOException e) {
            throw new UncheckedIOException("the OpenAPI document cannot be written", e);
        }
    }

    private static Map<String, Object> document() {
        Map<String, Object> generated =
                Merge.tree((Map<?, ?>) Objects.requireNonNull(Nullability.byType(read(GENERATED))));
        Map<String, Object> document = Merge.of(generated, read(ADDITIONS));
        Map<String, Object> paths =
                new LinkedHashMap<>(Merge.tree((Map<?, ?>) document.getOrDefault("paths", Map.of())));
        StandardErrors.addTo(paths);
        document.put("paths", paths);
        return document;
    }

    private static Map<String, Object> read(String resource) {
        try (InputStream in = Specification.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing from the class path");
            }
            LoaderOptions options = new LoaderOptions();
            options.setMaxAliasesForCollections(200);
            return new Yaml(new SafeConstructor(options)).load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be read", e);
        }
    }

    /** The document in both notations. */
    private record Texts(String json, String yaml) {}
}
