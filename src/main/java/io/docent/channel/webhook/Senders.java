package io.docent.channel.webhook;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Knows a webhook by its token. For any thread. */
@Singleton
final class Senders {

    private static final int LENGTH_OF_NAME = 16;

    private final List<byte[]> known;

    Senders(WebhookSettings settings) {
        known = settings.tokens().stream().map(Senders::hash).toList();
    }

    /** A name for whoever has this token; empty where it is not accepted. Takes as long for any token. */
    Optional<String> named(String token) {
        byte[] hash = hash(token);
        boolean accepted = false;
        for (byte[] one : known) {
            accepted |= MessageDigest.isEqual(hash, one);
        }
        return accepted ? Optional.of(HexFormat.of().formatHex(hash).substring(0, LENGTH_OF_NAME)) : Optional.empty();
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
