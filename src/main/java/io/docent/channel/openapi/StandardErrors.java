package io.docent.channel.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The errors that come of every operation of a kind, whatever else it answers. */
final class StandardErrors {

    private static final List<String> METHODS = List.of("get", "post", "put", "delete", "patch");

    private StandardErrors() {}

    /** Adds them to the operations that do not have them. */
    static void addTo(Map<String, Object> paths) {
        paths.forEach((path, item) -> {
            Map<String, Object> operations = Merge.tree((Map<?, ?>) item);
            for (String method : METHODS) {
                if (operations.get(method) instanceof Map<?, ?> operation) {
                    operations.put(method, with(path, Merge.tree(operation)));
                }
            }
        });
    }

    private static Map<String, Object> with(String path, Map<String, Object> operation) {
        Map<String, Object> made = new LinkedHashMap<>(operation);
        Map<String, Object> responses = new LinkedHashMap<>(
                operation.get("responses") instanceof Map<?, ?> known ? Merge.tree(known) : Map.of());
        boolean isOpenAi = path.startsWith("/v1/");
        boolean hasBody = operation.containsKey("requestBody");
        boolean isSigned = path.startsWith("/slack/") || path.equals("/webhook");
        boolean isOpen = List.of(Map.of()).equals(operation.get("security")) && !isSigned;
        if (hasBody || operation.containsKey("parameters")) {
            add(responses, "400", "Refused", isOpenAi);
        }
        if (!isOpen) {
            add(responses, "401", "Unknown", isOpenAi);
        }
        if (!isSigned) {
            add(responses, "403", "Foreign", isOpenAi);
        }
        if (path.contains("{") || isSigned) {
            add(responses, "404", "Missing", isOpenAi);
        }
        if (hasBody) {
            add(responses, "413", "TooLarge", isOpenAi);
            add(responses, "415", "WrongMedia", isOpenAi);
        }
        if (!isSigned && (!isOpen || hasBody)) {
            add(responses, "429", "TooMany", isOpenAi);
        }
        add(responses, "500", "Failed", isOpenAi);
        if (isOpenAi || (path.startsWith("/api/") && !isOpen)) {
            add(responses, "503", "Busy", isOpenAi);
        }
        made.put("responses", responses);
        return made;
    }

    private static void add(Map<String, Object> responses, String status, String name, boolean isOpenAi) {
        responses.putIfAbsent(status, Map.of("$ref", "#/components/responses/" + (isOpenAi ? "OpenAiProblem" : name)));
    }
}
