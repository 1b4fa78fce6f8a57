package io.docent.channel.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is generated says as OpenAPI 3.0 does that something may be null; since 3.1 its type says so. */
final class Nullability {

    private static final String MARK = "nullable";

    private Nullability() {}

    static @Nullable Object byType(@Nullable Object node) {
        return switch (node) {
            case Map<?, ?> map -> map(Merge.tree(map));
            case List<?> list -> {
                List<@Nullable Object> items = new ArrayList<>();
                list.forEach(item -> items.add(byType(item)));
                yield items;
            }
            case null, default -> node;
        };
    }

    private static Map<String, @Nullable Object> map(Map<String, Object> schema) {
        Map<String, @Nullable Object> made = new LinkedHashMap<>();
        schema.forEach((name, value) -> {
            if (!name.equals(MARK)) {
                made.put(name, byType(value));
            }
        });
        if (Boolean.TRUE.equals(schema.get(MARK))) {
            if (made.get("type") instanceof String type) {
                made.put("type", List.of(type, "null"));
            } else if (made.remove("allOf") instanceof List<?> all && all.size() == 1) {
                made.put("anyOf", List.of(all.getFirst(), Map.of("type", "null")));
            }
        }
        return made;
    }
}
