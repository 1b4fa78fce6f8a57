package io.docent.access;

import io.docent.load.Load;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Holds the number of connections within its bound, and ends those whose clients send too slowly. */
@Singleton
final class Connections implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {

    private static final String PROBLEM = "{\"status\":429,\"title\":\"Too Many Requests\",\"detail\":"
            + "\"there are as many connections as this server takes; try again in 2 s\"}";

    private static final byte[] REFUSAL = ("HTTP/1.1 429 Too Many Requests\r\nRetry-After: 2\r\nConnection: close\r\n"
                    + "Content-Type: application/problem+json\r\nX-Content-Type-Options: nosniff\r\nContent-Length: "
                    + PROBLEM.length() + "\r\n\r\n" + PROBLEM)
            .getBytes(StandardCharsets.US_ASCII);

    private final Load load;
    private final AtomicInteger open = new AtomicInteger();

    Connections(Load load) {
        this.load = load;
    }

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        event.getBean().register(new OfServer());
        return event.getBean();
    }

    private final class OfServer implements NettyServerCustomizer {

        @Override
        public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
            if (role != ChannelRole.CONNECTION) {
                return this;
            }
            channel.closeFuture().addListener(closed -> open.decrementAndGet());
            if (open.incrementAndGet() > load.connections()) {
                channel.pipeline().addFirst(new Refusing());
            }
            return new OfConnection(channel);
        }
    }

    private record OfConnection(Channel channel) implements NettyServerCustomizer {

        @Override
        public NettyServerCustomizer specializeForChannel(Channel other, ChannelRole role) {
            return new OfConnection(other);
        }

        @Override
        public void onStreamPipelineBuilt() {
            if (channel.pipeline().get(ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC) != null) {
                channel.pipeline()
                        .addAfter(
                                ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC,
                                "docent-slow-client",
                                new SlowClient(System::nanoTime));
            }
        }
    }

    /** Tells a client to come again, whatever it sends, and hangs up once it had the time to read that. */
    private static final class Refusing extends ChannelInboundHandlerAdapter {

        @Override
        public void channelActive(ChannelHandlerContext context) {
            var unusedSent = context.writeAndFlush(Unpooled.wrappedBuffer(REFUSAL));
            Runnable hangUp = () -> hangUp(context);
            var unusedEnd = context.executor().schedule(hangUp, 1, TimeUnit.SECONDS);
        }

        private static void hangUp(ChannelHandlerContext context) {
            var unusedClosed = context.close();
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            ReferenceCountUtil.release(message);
        }
    }
}
