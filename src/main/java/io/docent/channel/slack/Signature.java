package io.docent.channel.slack;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Tells what Slack signed: HMAC-SHA256 over {@code v0:timestamp:body}, the body byte by byte as it came
 * (https://docs.slack.dev/authentication/verifying-requests-from-slack). For any thread.
 */
@Singleton
final class Signature {

    /** In the past and in the future alike: later, the same bytes could be sent again. */
    private static final Duration LARGEST_DRIFT = Duration.ofMinutes(5);

    private static final Pattern TIMESTAMP = Pattern.compile("[0-9]{1,12}");

    private final SlackSettings settings;
    private final Clock clock;

    Signature(SlackSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Whether Slack signed this, and not too long ago.
     *
     * @param timestamp the header {@code X-Slack-Request-Timestamp}, seconds since 1970
     * @param signature the header {@code X-Slack-Signature}
     */
    boolean isOfSlack(@Nullable String timestamp, @Nullable String signature, byte[] body) {
        if (timestamp == null
                || signature == null
                || !settings.isOn()
                || !TIMESTAMP.matcher(timestamp).matches()) {
            return false;
        }
        long drift = Math.abs(clock.instant().getEpochSecond() - Long.parseLong(timestamp));
        return drift <= LARGEST_DRIFT.toSeconds()
                && MessageDigest.isEqual(
                        expected(timestamp, body).getBytes(StandardCharsets.UTF_8),
                        signature.getBytes(StandardCharsets.UTF_8));
    }

    private String expected(String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(settings.signingSecret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
            return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
