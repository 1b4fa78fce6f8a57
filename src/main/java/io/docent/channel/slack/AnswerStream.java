package io.docent.channel.slack;

import com.slack.api.methods.request.chat.ChatAppendStreamRequest;
import com.slack.api.methods.request.chat.ChatStartStreamRequest;
import com.slack.api.methods.request.chat.ChatStopStreamRequest;
import io.docent.chat.ChatEvent;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An answer that is shown while it is written, by Slack's streaming methods. An answer that is there within a second is
 * posted whole; so is every answer where the methods are not to be had. At the end the whole, checked answer stands in
 * the place of what was streamed. For one thread at a time.
 */
final class AnswerStream implements Consumer<ChatEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerStream.class);

    /** Slack allows about 100 appendings a minute. */
    private static final Duration PACE = Duration.ofSeconds(1);

    /** Slack takes 12,000; escaping makes text longer. */
    private static final int LONGEST = 6_000;

    private final WebApi api;
    private final Work.Asked asked;
    private final StringBuilder text = new StringBuilder();
    private int sent;
    private long sentAt;
    private boolean begun;
    private boolean broken;
    private boolean perhapsStarted;
    private @Nullable String ts;

    AnswerStream(WebApi api, Work.Asked asked) {
        this.api = api;
        this.asked = asked;
    }

    @Override
    public void accept(ChatEvent event) {
        if (!(event instanceof ChatEvent.Piece piece)) {
            return;
        }
        text.append(piece.text());
        if (!begun) {
            begun = true;
            sentAt = System.nanoTime();
        } else if (!broken && System.nanoTime() - sentAt >= PACE.toNanos()) {
            send();
        }
    }

    /** Sends whole words, so that what is escaped is escaped. */
    private void send() {
        int end = Math.max(text.lastIndexOf(" "), text.lastIndexOf("\n"));
        end = Math.min(end, sent + LONGEST);
        if (end <= sent) {
            return;
        }
        String piece = markdown(text.substring(sent, end));
        String started = ts;
        try {
            if (started == null) {
                ts = start(piece);
            } else {
                api.post(slack -> slack.chatAppendStream(ChatAppendStreamRequest.builder()
                        .channel(asked.channel())
                        .ts(started)
                        .markdownText(piece)
                        .build()));
            }
            sent = end;
            sentAt = System.nanoTime();
        } catch (RefusedException e) {
            broken = true;
            LOG.debug("Answers are not streamed here: {}", e.error());
        } catch (UnavailableException e) {
            broken = true;
            perhapsStarted = started == null && e.isPerhapsDone();
        }
    }

    private @Nullable String start(String piece) {
        return api.post(slack -> slack.chatStartStream(ChatStartStreamRequest.builder()
                        .channel(asked.channel())
                        .threadTs(asked.thread())
                        .recipientUserId(asked.user())
                        .recipientTeamId(asked.userTeam())
                        .markdownText(piece)
                        .build()))
                .getTs();
    }

    /** Slack reads this as Markdown: nothing in it may become a mention or a link, nor an address be loaded. */
    static String markdown(String text) {
        String escaped = Mrkdwn.escaped(text).replace("[", "\\[").replace("](", "]\\(");
        return io.docent.channel.Markdown.withoutAddresses(escaped);
    }

    /** Puts what there is to say at the end, as a message or in the place of what was streamed. */
    void finish(Post post, Poster poster, boolean perhapsThere) {
        String started = ts;
        if (started == null) {
            poster.post(post, perhapsThere || perhapsStarted);
            return;
        }
        try {
            api.retrying(slack -> slack.chatStopStream(ChatStopStreamRequest.builder()
                    .channel(asked.channel())
                    .ts(started)
                    .build()));
        } catch (RefusedException e) {
            LOG.debug("A stream had ended: {}", e.error());
        }
        poster.replace(post, started);
    }
}
