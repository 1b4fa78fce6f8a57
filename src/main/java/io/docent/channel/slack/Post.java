package io.docent.channel.slack;

import org.jspecify.annotations.Nullable;

/**
 * A message to be posted once.
 *
 * @param channel where
 * @param thread in which; null for the channel itself
 * @param oldest the time stamp in Slack's way before which it cannot have been posted
 * @param bot Docent's own user id, where it is known
 * @param mark by which it is known again
 * @param message what it says
 */
record Post(
        String channel,
        @Nullable String thread,
        String oldest,
        @Nullable String bot,
        Mark mark,
        MessageText message) {}
