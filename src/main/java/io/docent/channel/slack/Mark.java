package io.docent.channel.slack;

import com.slack.api.model.Message;
import com.slack.api.model.block.LayoutBlock;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * By what a message is known again as the answer to one event, so that it is not posted twice: it stands in the
 * message's metadata and in the id of its first block.
 *
 * @param value the same for the same event, and told to nobody before the message is
 */
record Mark(String value) {

    private static final String EVENT_TYPE = "docent_answer";

    static Mark of(String claim) {
        return new Mark(
                UUID.nameUUIDFromBytes(claim.getBytes(StandardCharsets.UTF_8)).toString());
    }

    String blockId() {
        return "docent-" + value;
    }

    Message.Metadata metadata() {
        Message.Metadata metadata = new Message.Metadata();
        metadata.setEventType(EVENT_TYPE);
        metadata.setEventPayload(Map.of("answer_to", value));
        return metadata;
    }

    boolean isOn(Message message) {
        return hasMetadata(message) || hasBlock(message, blockId());
    }

    private boolean hasMetadata(Message message) {
        Message.Metadata metadata = message.getMetadata();
        return metadata != null
                && EVENT_TYPE.equals(metadata.getEventType())
                && metadata.getEventPayload() != null
                && value.equals(metadata.getEventPayload().get("answer_to"));
    }

    private static boolean hasBlock(Message message, String id) {
        return message.getBlocks() != null
                && message.getBlocks().stream().anyMatch(block -> block != null && id.equals(block.getBlockId()));
    }

    /** Whether a message has a mark, this or another. */
    static boolean isOnAny(Message message) {
        Message.Metadata metadata = message.getMetadata();
        return (metadata != null && EVENT_TYPE.equals(metadata.getEventType()))
                || (message.getBlocks() != null && message.getBlocks().stream().anyMatch(Mark::isMarked));
    }

    private static boolean isMarked(@Nullable LayoutBlock block) {
        return block != null && block.getBlockId() != null && block.getBlockId().startsWith("docent-");
    }
}
