package io.docent.channel.mcp;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.McpStatelessSyncServer;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The endpoint of streamable HTTP
 * (https://modelcontextprotocol.io/specification/2025-11-25/basic/transports#streamable-http). There is nothing to stream
 * and no session: a request is answered with JSON, and {@code GET} and {@code DELETE} with 405.
 */
@Controller("/mcp")
class McpController {

    private static final String VERSION = "MCP-Protocol-Version";

    private static final String NO_MESSAGE =
            "the body is no JSON-RPC 2.0 message: it has a method, a text, and an id if it wants an answer";

    private final Transport transport;
    private final McpJsonMapper json;
    private final List<String> tools;

    /** Takes the server too: with it, the transport has its handler. */
    McpController(Transport transport, McpJsonMapper json, McpStatelessSyncServer server) {
        this.transport = transport;
        this.json = json;
        this.tools =
                server.listTools().stream().map(McpSchema.Tool::name).sorted().toList();
    }

    /** Takes one JSON-RPC message. */
    @Post
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.ALL)
    @ExecuteOn(TaskExecutors.BLOCKING)
    MutableHttpResponse<?> receive(HttpRequest<byte[]> request) {
        checkAccept(request);
        String version = request.getHeaders().get(VERSION);
        if (version != null && !transport.protocolVersions().contains(version)) {
            return refused(
                    ErrorCodes.INVALID_REQUEST,
                    "the header " + VERSION + " names a version that is not spoken here; spoken are "
                            + String.join(", ", transport.protocolVersions()));
        }
        JSONRPCMessage message;
        try {
            String text = new String(request.getBody().orElse(new byte[0]), StandardCharsets.UTF_8);
            if (!(json.readValue(text, Object.class) instanceof Map<?, ?> members)) {
                return refused(ErrorCodes.INVALID_REQUEST, "the body is one JSON-RPC message, and no batch of them");
            }
            if (members.containsKey("method") && !(members.get("method") instanceof String)) {
                return refused(ErrorCodes.INVALID_REQUEST, NO_MESSAGE);
            }
            message = McpSchema.deserializeJsonRpcMessage(json, text);
        } catch (IOException e) {
            return refused(ErrorCodes.PARSE_ERROR, "the body is not JSON");
        } catch (IllegalArgumentException e) {
            return refused(ErrorCodes.INVALID_REQUEST, NO_MESSAGE);
        }
        return answer(message);
    }

    private static void checkAccept(HttpRequest<?> request) {
        List<MediaType> accepted = List.copyOf(request.accept());
        boolean takesJson =
                accepted.isEmpty() || accepted.stream().anyMatch(type -> type.matches(MediaType.APPLICATION_JSON_TYPE));
        if (!takesJson) {
            throw new HttpStatusException(
                    HttpStatus.NOT_ACCEPTABLE,
                    "answers are application/json; send Accept: application/json, text/event-stream");
        }
    }

    private MutableHttpResponse<?> answer(JSONRPCMessage message) {
        return switch (message) {
            case JSONRPCRequest asked -> answer(asked);
            case JSONRPCNotification told -> {
                transport
                        .handler()
                        .handleNotification(McpTransportContext.EMPTY, told)
                        .block();
                yield HttpResponse.accepted();
            }
            // Docent asks clients nothing.
            default -> HttpResponse.accepted();
        };
    }

    private MutableHttpResponse<?> answer(JSONRPCRequest asked) {
        Optional<String> problem = Parameters.problem(json, asked).or(() -> unknownTool(asked));
        if (problem.isPresent()) {
            return written(new JSONRPCResponse(
                    McpSchema.JSONRPC_VERSION,
                    asked.id(),
                    null,
                    new JSONRPCResponse.JSONRPCError(ErrorCodes.INVALID_PARAMS, problem.get(), null)));
        }
        return transport
                .handler()
                .handleRequest(McpTransportContext.EMPTY, asked)
                .blockOptional()
                .<MutableHttpResponse<?>>map(this::written)
                .orElseGet(HttpResponse::accepted);
    }

    /** The SDK's server tells that in a field of data that no client shows. */
    private Optional<String> unknownTool(JSONRPCRequest asked) {
        return asked.method().equals(McpSchema.METHOD_TOOLS_CALL)
                        && asked.params() instanceof Map<?, ?> parameters
                        && parameters.get("name") instanceof String name
                        && !tools.contains(name)
                ? Optional.of("there is no tool '%s'; there are %s".formatted(name, String.join(", ", tools)))
                : Optional.empty();
    }

    private MutableHttpResponse<?> written(Object answer) {
        try {
            return HttpResponse.ok(json.writeValueAsBytes(answer))
                    .contentType(MediaType.APPLICATION_JSON_TYPE)
                    .header(HttpHeaders.CACHE_CONTROL, "no-store");
        } catch (IOException e) {
            throw new UncheckedIOException("an answer cannot be written", e);
        }
    }

    /** A message that cannot be read has no id to answer to. */
    private MutableHttpResponse<?> refused(int code, String message) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("jsonrpc", McpSchema.JSONRPC_VERSION);
        answer.put("id", null);
        answer.put("error", Map.of("code", code, "message", message));
        return written(answer).status(HttpStatus.BAD_REQUEST);
    }
}
