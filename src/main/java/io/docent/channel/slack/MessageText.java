package io.docent.channel.slack;

import com.slack.api.model.block.LayoutBlock;
import java.util.List;

/**
 * What a message says.
 *
 * @param text for notifications and for what shows no blocks
 * @param blocks at most 50
 * @param plain the same with buttons that every workspace has
 */
record MessageText(String text, List<LayoutBlock> blocks, List<LayoutBlock> plain) {

    MessageText {
        blocks = List.copyOf(blocks);
        plain = List.copyOf(plain);
    }

    /** One that is the same everywhere. */
    MessageText(String text, List<LayoutBlock> blocks) {
        this(text, blocks, blocks);
    }
}
