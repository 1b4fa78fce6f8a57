package io.docent.channel.openai;

import io.docent.chat.Said;
import java.util.List;

/**
 * A request for a completion.
 *
 * @param prompt the last message, as it was sent
 * @param before the turns before it
 * @param text all messages together, for the count of their tokens
 * @param stream whether to answer piece by piece
 * @param usageWanted whether a stream ends with its usage
 */
record Asked(String prompt, List<Said> before, String text, boolean stream, boolean usageWanted) {

    Asked {
        before = List.copyOf(before);
    }
}
