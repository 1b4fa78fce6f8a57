package io.docent.channel.mcp;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.jackson2.DefaultJsonSchemaValidator;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncResourceTemplateSpecification;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpStatelessSyncServer;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceResult;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the SDK's server with the tools and resources there are. */
@Factory
final class Server {

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    private static final String INSTRUCTIONS =
            "Docent knows the team's own documents: manuals, policies, reports. Use ask"
                    + " for a question about them; its answer is quoted from the documents or checked against them, with the exact"
                    + " span for each sentence. Keep its [n] markers and name the sources. When it finds nothing, say so rather"
                    + " than answer from memory. search finds passages, list_documents tells what there is, read_document reads"
                    + " around a citation.";

    /** Plain: what goes over the wire is the SDK's records and ours. */
    @Singleton
    McpJsonMapper json() {
        return new JacksonMcpJsonMapper(new ObjectMapper());
    }

    @Singleton
    @Bean(preDestroy = "close")
    McpStatelessSyncServer server(Transport transport, McpJsonMapper json, List<Tool> tools, Spans spans) {
        return McpServer.sync(transport)
                .jsonMapper(json)
                .jsonSchemaValidator(new DefaultJsonSchemaValidator())
                .serverInfo(new McpSchema.Implementation("docent", "Docent", version()))
                .instructions(INSTRUCTIONS)
                .capabilities(ServerCapabilities.builder()
                        .tools(false)
                        .resources(false, false)
                        .build())
                .tools(tools.stream().map(tool -> specification(tool, json)).toList())
                .resourceTemplates(new SyncResourceTemplateSpecification(
                        spans.template(), (context, request) -> read(spans, request.uri())))
                // On the thread of the request, which may block.
                .immediateExecution(true)
                .build();
    }

    private static String version() {
        return Optional.ofNullable(Server.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    private static SyncToolSpecification specification(Tool tool, McpJsonMapper json) {
        String file = tool.name() + ".json";
        try (InputStream in = Server.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing from the class path");
            }
            String description = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new SyncToolSpecification(
                    json.readValue(description, McpSchema.Tool.class), (context, request) -> call(tool, request, json));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private static CallToolResult call(Tool tool, CallToolRequest request, McpJsonMapper json) {
        try {
            return told(tool.call(request.arguments()), json);
        } catch (ToolException e) {
            return failure(e.getMessage() == null ? "this call cannot be done" : e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("The tool {} failed", tool.name(), e);
            return failure(
                    "Docent failed on this call; its log says how. Trying again may help, another wording will not.");
        }
    }

    /** The data once more as a text, for clients that read no structured content: the specification asks for it. */
    private static CallToolResult told(Tool.Result result, McpJsonMapper json) {
        try {
            CallToolResult.Builder told = CallToolResult.builder()
                    .addTextContent(json.writeValueAsString(result.data()))
                    .structuredContent(result.data());
            result.links().forEach(told::addContent);
            return told.build();
        } catch (IOException e) {
            throw new UncheckedIOException("a result cannot be written", e);
        }
    }

    private static ReadResourceResult read(Spans spans, String uri) {
        try {
            return spans.read(uri);
        } catch (McpError e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("A span could not be read", e);
            throw McpError.builder(ErrorCodes.INTERNAL_ERROR)
                    .message("Docent failed on this span; its log says how.")
                    .build();
        }
    }

    private static CallToolResult failure(String message) {
        return CallToolResult.builder().isError(true).addTextContent(message).build();
    }
}
