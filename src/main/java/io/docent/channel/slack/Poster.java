package io.docent.channel.slack;

import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.methods.request.chat.ChatUpdateRequest;
import com.slack.api.model.Message;
import com.slack.api.model.ResponseMetadata;
import com.slack.api.model.block.LayoutBlock;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Posts messages, each once: where it may already be there, it is looked for first. For any thread. */
@Singleton
final class Poster {

    private static final Logger LOG = LoggerFactory.getLogger(Poster.class);

    private static final int MOST_REPLIES = 200;
    private static final int MOST_PAGES = 10;

    private final WebApi api;
    private volatile boolean plain;

    Poster(WebApi api) {
        this.api = api;
    }

    /**
     * Posts.
     *
     * @param perhapsThere whether it may have been posted before, by a process that died
     */
    void post(Post post, boolean perhapsThere) {
        Patience patience = api.patience();
        boolean look = perhapsThere;
        while (true) {
            try {
                if (look) {
                    Optional<Message> there = find(post);
                    if (there.isPresent()) {
                        complete(post, there.get());
                        return;
                    }
                }
                postOnce(post);
                return;
            } catch (UnavailableException e) {
                look = look || e.isPerhapsDone();
                patience.waitAfter(e);
            }
        }
    }

    /** Puts a message in the place of another of Docent's own. */
    void replace(Post post, String ts) {
        Patience patience = api.patience();
        while (true) {
            try {
                withBlocks(
                        post,
                        blocks -> api.once(slack -> slack.chatUpdate(ChatUpdateRequest.builder()
                                .channel(post.channel())
                                .ts(ts)
                                .text(post.message().text())
                                .blocks(blocks)
                                .metadata(post.mark().metadata())
                                .build())));
                return;
            } catch (UnavailableException e) {
                patience.waitAfter(e);
            }
        }
    }

    private void postOnce(Post post) {
        withBlocks(
                post,
                blocks -> api.post(slack -> slack.chatPostMessage(ChatPostMessageRequest.builder()
                        .channel(post.channel())
                        .threadTs(post.thread())
                        .text(post.message().text())
                        .blocks(blocks)
                        .metadata(post.mark().metadata())
                        .parse("none")
                        .linkNames(false)
                        .unfurlLinks(false)
                        .unfurlMedia(false)
                        .build())));
    }

    /** Where Slack does not take the newer blocks, plain ones do from then on. */
    private void withBlocks(Post post, Consumer<List<LayoutBlock>> send) {
        if (!plain) {
            try {
                send.accept(post.message().blocks());
                return;
            } catch (RefusedException e) {
                if (!isOfBlocks(e)
                        || post.message().plain().equals(post.message().blocks())) {
                    throw e;
                }
            }
        }
        send.accept(post.message().plain());
        if (!plain) {
            plain = true;
            LOG.info("This workspace does not take Slack's feedback buttons; plain buttons are sent from now on");
        }
    }

    static boolean isOfBlocks(RefusedException e) {
        return e.error().equals("invalid_blocks")
                || e.error().equals("invalid_blocks_format")
                || e.error().equals("invalid_arguments");
    }

    /** A stream that was cut off has no mark; it gets the whole text. */
    private void complete(Post post, Message there) {
        if (!post.mark().isOn(there)) {
            if ("in_progress".equals(there.getStreamingState())) {
                stop(post.channel(), there.getTs());
            }
            replace(post, there.getTs());
        }
    }

    private void stop(String channel, String ts) {
        try {
            api.retrying(
                    slack -> slack.chatStopStream(stop -> stop.channel(channel).ts(ts)));
        } catch (RefusedException e) {
            LOG.debug("A stream had ended: {}", e.error());
        }
    }

    private Optional<Message> find(Post post) {
        try {
            Optional<String> cursor = Optional.of("");
            for (int page = 0; page < MOST_PAGES && cursor.isPresent(); page++) {
                Page messages = page(post, cursor.get());
                Optional<Message> found = messages.messages().stream()
                        .filter(message -> post.mark().isOn(message) || isCutOff(post, message))
                        .findFirst();
                if (found.isPresent()) {
                    return found;
                }
                cursor = messages.next();
            }
        } catch (RefusedException e) {
            LOG.warn(
                    "Whether a message to {} was posted before cannot be told ({}); it is posted now",
                    post.channel(),
                    e.error());
        }
        return Optional.empty();
    }

    private Page page(Post post, String cursor) {
        String thread = post.thread();
        if (thread == null) {
            var history = api.once(slack -> slack.conversationsHistory(request -> request.channel(post.channel())
                    .oldest(post.oldest())
                    .inclusive(true)
                    .limit(MOST_REPLIES)
                    .cursor(cursor.isEmpty() ? null : cursor)
                    .includeAllMetadata(true)));
            return Page.of(history.getMessages(), history.getResponseMetadata());
        }
        var replies = api.once(slack -> slack.conversationsReplies(request -> request.channel(post.channel())
                .ts(thread)
                .oldest(post.oldest())
                .inclusive(true)
                .limit(MOST_REPLIES)
                .cursor(cursor.isEmpty() ? null : cursor)
                .includeAllMetadata(true)));
        return Page.of(replies.getMessages(), replies.getResponseMetadata());
    }

    /** Whatever Docent posts has a mark, but for a stream that has not ended. */
    private static boolean isCutOff(Post post, Message message) {
        return post.bot() != null
                && post.thread() != null
                && post.bot().equals(message.getUser())
                && message.getTs() != null
                && message.getTs().compareTo(post.oldest()) > 0
                && !Mark.isOnAny(message);
    }

    /** A stretch of the messages of a thread or channel. */
    private record Page(List<Message> messages, Optional<String> next) {

        static Page of(@Nullable List<Message> messages, @Nullable ResponseMetadata metadata) {
            return new Page(
                    messages == null ? List.of() : messages,
                    Optional.ofNullable(metadata)
                            .map(ResponseMetadata::getNextCursor)
                            .filter(cursor -> !cursor.isEmpty()));
        }
    }
}
