package io.docent.channel.slack;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a call fails.
 *
 * @param done whether it was carried out all the same
 * @param after how long it takes to fail
 * @param body what it says
 */
record Trouble(int status, @Nullable String retryAfter, boolean done, Duration after, String body) {

    static Trouble status(int status) {
        return new Trouble(status, null, false, Duration.ZERO, "trouble");
    }
}
