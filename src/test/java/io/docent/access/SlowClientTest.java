package io.docent.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Who holds a connection without using it. */
class SlowClientTest {

    private final AtomicLong now = new AtomicLong(-5_000_000_000L);
    private final SlowClient slow = new SlowClient(now::get);
    private final EmbeddedChannel channel = new EmbeddedChannel(slow);

    private void after(Duration time) {
        now.addAndGet(time.toNanos());
        slow.check(channel.pipeline().context(slow));
    }

    private void begins() {
        channel.writeInbound(new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/api/documents"));
    }

    private void sends(int bytes) {
        channel.writeInbound(new DefaultHttpContent(Unpooled.wrappedBuffer(new byte[bytes])));
    }

    @Test
    void aHeadThatNeverEndsIsNotWaitedFor() {
        after(SlowClient.HEAD_LIMIT.minusSeconds(1));
        assertThat(channel.isOpen()).isTrue();

        after(Duration.ofSeconds(2));

        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void aBodyInDropsIsNotWaitedFor() {
        begins();
        for (int second = 0; second < 60 && channel.isOpen(); second++) {
            sends(1);
            after(Duration.ofSeconds(1));
        }

        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void aBodyThatComesSteadilyMayTakeLong() {
        begins();
        for (int second = 0; second < 3_600; second++) {
            after(Duration.ofSeconds(1));
            sends(2 * SlowClient.BYTES_PER_SECOND);
        }

        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void anAnswerMayTakeAsLongAsItTakes() {
        begins();
        channel.writeInbound(new DefaultLastHttpContent());

        after(Duration.ofHours(1));

        assertThat(channel.isOpen()).isTrue();
        channel.writeOutbound(LastHttpContent.EMPTY_LAST_CONTENT);
        after(SlowClient.HEAD_LIMIT.minusSeconds(1));
        assertThat(channel.isOpen()).isTrue();
        after(Duration.ofSeconds(2));
        assertThat(channel.isOpen()).isFalse();
    }
}
