package io.docent.channel.slack;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * What there is to do for something that Slack sent. Kept as JSON until it is done, so names and fields outlive a
 * version.
 */
@Serdeable
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Work.Asked.class, name = "asked"),
    @JsonSubTypes.Type(value = Work.Command.class, name = "command"),
    @JsonSubTypes.Type(value = Work.Notice.class, name = "notice"),
    @JsonSubTypes.Type(value = Work.Rating.class, name = "rating"),
    @JsonSubTypes.Type(value = Work.Sharing.class, name = "sharing"),
    @JsonSubTypes.Type(value = Work.Greeting.class, name = "greeting"),
})
sealed interface Work {

    /** The channel that it is done in. */
    String channel();

    /**
     * A question in a message.
     *
     * @param team the workspace that has the app
     * @param user who asks
     * @param userTeam whose workspace they are of
     * @param ts of the message
     * @param thread of the message, which is its own {@code ts} where it begins one
     * @param text as Slack writes it
     * @param bot Docent's own user id; null where Slack did not tell
     * @param direct whether nobody else reads the channel
     * @param inThread whether the message continues a thread
     */
    @Serdeable
    record Asked(
            String team,
            String channel,
            String user,
            String userTeam,
            String ts,
            String thread,
            String text,
            @Nullable String bot,
            boolean direct,
            boolean inThread)
            implements Work {}

    /**
     * A question by the slash command.
     *
     * @param text as it was typed
     * @param responseUrl that the asker alone is answered by
     */
    @Serdeable
    record Command(String team, String channel, String user, String text, String responseUrl, boolean direct)
            implements Work {}

    /**
     * Something to tell in a thread.
     *
     * @param oldest before which it cannot have been told
     * @param text Slack's mrkdwn
     */
    @Serdeable
    record Notice(String channel, String thread, String oldest, String text) implements Work {}

    /**
     * What somebody thinks of an answer.
     *
     * @param answer id of the answer
     * @param owner to whom its conversation belongs
     * @param thread that the answer stands in, where it stands in one
     * @param responseUrl by which they are thanked; null where it is not Slack's
     */
    @Serdeable
    record Rating(
            String team,
            String channel,
            String user,
            String answer,
            String owner,
            boolean helpful,
            @Nullable String thread,
            @Nullable String responseUrl)
            implements Work {}

    /** An answer that only its asker saw is shown to the channel. */
    @Serdeable
    record Sharing(
            String team,
            String channel,
            String user,
            String answer,
            String owner,
            String oldest,
            @Nullable String responseUrl)
            implements Work {}

    /** An assistant thread was opened. */
    @Serdeable
    record Greeting(String channel, String thread) implements Work {}
}
