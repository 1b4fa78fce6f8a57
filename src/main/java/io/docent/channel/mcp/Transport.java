package io.docent.channel.mcp;

import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Joins the controller and the SDK's server, which hands its handler over when it is made. */
@Singleton
final class Transport implements McpStatelessServerTransport {

    private volatile @Nullable McpStatelessServerHandler handler;

    @Override
    public void setMcpHandler(McpStatelessServerHandler made) {
        handler = made;
    }

    McpStatelessServerHandler handler() {
        McpStatelessServerHandler known = handler;
        if (known == null) {
            throw new IllegalStateException("the server is made before its first request");
        }
        return known;
    }

    @Override
    public Mono<Void> closeGracefully() {
        return Mono.empty();
    }
}
