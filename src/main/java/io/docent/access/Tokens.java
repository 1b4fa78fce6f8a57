package io.docent.access;

import io.docent.data.DataFolder;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The accepted tokens, of which only hashes are kept. For any thread. */
@Singleton
final class Tokens {

    private static final String HASHED = "sha256:";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final List<byte[]> configured;
    private final List<byte[]> made;

    Tokens(AccessSettings settings, DataFolder data) {
        file = data.resolve("tokens");
        configured = settings.tokens().stream().map(Tokens::hashOfSetting).toList();
        made = new ArrayList<>(read(file));
    }

    private static byte[] hashOfSetting(String token) {
        return token.startsWith(HASHED) ? HexFormat.of().parseHex(token.substring(HASHED.length())) : hash(token);
    }

    private static List<byte[]> read(Path file) {
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream()
                            .filter(line -> line.startsWith(HASHED))
                            .map(Tokens::hashOfSetting)
                            .toList()
                    : List.of();
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException("the access tokens in " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Whether the settings name a token: then every request needs one. */
    boolean areConfigured() {
        return !configured.isEmpty();
    }

    boolean areThere() {
        return areConfigured() || !made.isEmpty();
    }

    /** Makes a token, keeps its hash, and tells it this once. */
    synchronized String make() {
        byte[] random = new byte[24];
        RANDOM.nextBytes(random);
        String token = "docent-" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        made.add(hash(token));
        write();
        return token;
    }

    private void write() {
        List<String> lines = made.stream()
                .map(hash -> HASHED + HexFormat.of().formatHex(hash))
                .toList();
        try {
            Path temporary = Files.createTempFile(file.getParent(), "tokens", ".part");
            Files.write(temporary, lines);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("the access token cannot be kept in " + file, e);
        }
    }

    /** The person who holds a token; empty where it is not accepted. Takes as long for any token. */
    Optional<Person> holder(String token) {
        byte[] hash = hash(token);
        boolean accepted = false;
        for (byte[] known : configured) {
            accepted |= MessageDigest.isEqual(hash, known);
        }
        synchronized (this) {
            for (byte[] known : made) {
                accepted |= MessageDigest.isEqual(hash, known);
            }
        }
        return accepted
                ? Optional.of(
                        new Person("token:" + HexFormat.of().formatHex(hash).substring(0, 32)))
                : Optional.empty();
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
