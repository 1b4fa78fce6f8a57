package io.docent.channel.openapi;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts additions into a tree of maps, as JSON Merge Patch (RFC 7396) has it. */
final class Merge {

    /** What is shown as an example may well have null for a value, and is not merged. */
    private static final String WHOLE = "example";

    private Merge() {}

    /** Maps are merged, anything else is put in the place of what was there, null takes away. */
    static Map<String, Object> of(Map<String, Object> base, Map<String, Object> additions) {
        Map<String, Object> merged = new LinkedHashMap<>(base);
        additions.forEach((name, value) -> {
            Object together = name.equals(WHOLE) ? value : together(merged.get(name), value);
            if (together == null) {
                merged.remove(name);
            } else {
                merged.put(name, together);
            }
        });
        return merged;
    }

    private static @Nullable Object together(@Nullable Object base, @Nullable Object addition) {
        if (!(addition instanceof Map<?, ?> map)) {
            return addition;
        }
        return of(base instanceof Map<?, ?> old ? tree(old) : Map.of(), tree(map));
    }

    @SuppressWarnings("unchecked") // YAML and JSON have texts for keys
    static Map<String, Object> tree(Map<?, ?> map) {
        return (Map<String, Object>) map;
    }
}
