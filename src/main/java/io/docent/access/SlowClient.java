package io.docent.access;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Ends a connection whose client holds it without using it: that takes too long over the head of a request, or sends a body
 * in drops. Only the time that the server waits for the client counts. On the event loop of its connection alone.
 */
final class SlowClient extends ChannelDuplexHandler {

    /** Until a request's head is there, also between two requests. */
    static final Duration HEAD_LIMIT = Duration.ofSeconds(75);

    /** Of waiting for a body, before its speed counts. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    static final int BYTES_PER_SECOND = 1_024;

    private static final Duration CHECK_EVERY = Duration.ofSeconds(5);

    private final LongSupplier nanoTime;
    private State state = State.HEAD;
    private long headSince;
    private boolean reading;
    private long readSince;
    private long waited;
    private long bytes;
    private @Nullable Future<?> checking;

    SlowClient(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        headSince = nanoTime.getAsLong();
        checking = context.executor()
                .scheduleAtFixedRate(
                        () -> check(context), CHECK_EVERY.toSeconds(), CHECK_EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        if (checking != null) {
            checking.cancel(false);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        handlerRemoved(context);
        super.channelInactive(context);
    }

    @Override
    public void read(ChannelHandlerContext context) throws Exception {
        if (!reading) {
            reading = true;
            readSince = nanoTime.getAsLong();
        }
        super.read(context);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (message instanceof HttpRequest) {
            state = State.BODY;
            waited = 0;
            bytes = 0;
            reading = false;
        }
        if (message instanceof HttpContent content) {
            bytes += content.content().readableBytes();
        }
        if (message instanceof LastHttpContent) {
            state = State.RESPONSE;
        }
        super.channelRead(context, message);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) throws Exception {
        waited += waiting();
        reading = false;
        super.channelReadComplete(context);
    }

    private long waiting() {
        return reading ? nanoTime.getAsLong() - readSince : 0;
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        if (message instanceof LastHttpContent && state == State.RESPONSE) {
            state = State.HEAD;
            headSince = nanoTime.getAsLong();
        }
        super.write(context, message, promise);
    }

    void check(ChannelHandlerContext context) {
        if (isTooSlow()) {
            var unusedClosed = context.close();
        }
    }

    private boolean isTooSlow() {
        return switch (state) {
            case HEAD -> nanoTime.getAsLong() - headSince > HEAD_LIMIT.toNanos();
            case BODY -> {
                double seconds = (waited + waiting() - PATIENCE.toNanos()) / 1e9;
                yield seconds > 0 && bytes < seconds * BYTES_PER_SECOND;
            }
            case RESPONSE -> false;
        };
    }

    /** What the server waits for; in the last case nothing. */
    private enum State {
        HEAD,
        BODY,
        RESPONSE
    }
}
