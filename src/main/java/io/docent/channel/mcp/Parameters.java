package io.docent.channel.mcp;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.InitializeRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import java.util.Map;
import java.util.Optional;

/** What a method takes; the SDK's server takes it for granted that it is there and of its kind. */
final class Parameters {

    private static final Map<String, Parameters> TAKEN = Map.of(
            McpSchema.METHOD_INITIALIZE, new Parameters("protocolVersion", InitializeRequest.class),
            McpSchema.METHOD_TOOLS_CALL, new Parameters("name", CallToolRequest.class),
            McpSchema.METHOD_RESOURCES_READ, new Parameters("uri", ReadResourceRequest.class));

    private final String needed;
    private final Class<?> kind;

    private Parameters(String needed, Class<?> kind) {
        this.needed = needed;
        this.kind = kind;
    }

    /** What is wrong with a request's parameters, for whoever sent it. */
    static Optional<String> problem(McpJsonMapper json, JSONRPCRequest asked) {
        Parameters taken = TAKEN.get(asked.method());
        return taken == null ? Optional.empty() : taken.problem(json, asked.method(), asked.params());
    }

    private Optional<String> problem(McpJsonMapper json, String method, Object sent) {
        if (!(sent instanceof Map<?, ?> parameters && parameters.get(needed) instanceof String)) {
            return Optional.of("%s takes params, an object that has %s, a text".formatted(method, needed));
        }
        try {
            json.convertValue(sent, kind);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of("something in params of %s is of another kind than the protocol says".formatted(method));
        }
    }
}
