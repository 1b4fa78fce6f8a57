package io.docent.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tokens that were made, in a file of the data folder: the service reads it, and {@code docent token} changes it
 * while the service runs. Replaced whole, so that a reader sees all of a change or nothing. Every method throws an
 * {@link UncheckedIOException} where the file cannot be read or written. For any thread of any process.
 */
public final class TokenFile {

    private static final Logger LOG = LoggerFactory.getLogger(TokenFile.class);

    private static final SecureRandom RANDOM = new SecureRandom();

    /** 192 bits: nobody guesses one. */
    private static final int RANDOM_BYTES = 24;

    private final Path file;

    public TokenFile(Path dataFolder) {
        file = dataFolder.resolve("tokens");
    }

    /** Where the hashes are. */
    public Path path() {
        return file;
    }

    /** All that are accepted, in the order they were made. */
    public List<KeptToken> read() {
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream()
                            .filter(line -> !line.isBlank())
                            .flatMap(line -> parse(line).stream())
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("the access tokens in " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private Optional<KeptToken> parse(String line) {
        var token = KeptToken.parse(line);
        if (token.isEmpty()) {
            LOG.warn("A line of {} is no token and lets nobody in; docent token list shows those that are", file);
        }
        return token;
    }

    /**
     * Makes a token, keeps its hash, and tells it this once.
     *
     * @param name whose or what for
     */
    public String make(Role role, String name, Instant now) {
        byte[] random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        String token = "docent-" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        KeptToken made = new KeptToken(TokenHash.of(token), role, now.truncatedTo(ChronoUnit.SECONDS), name);
        change(tokens -> tokens.add(made));
        return token;
    }

    /**
     * Accepts tokens no longer.
     *
     * @return those that were accepted
     */
    public List<KeptToken> revoke(Predicate<KeptToken> which) {
        List<KeptToken> revoked = new ArrayList<>();
        change(tokens -> tokens.removeIf(token -> which.test(token) && revoked.add(token)));
        return revoked;
    }

    /** One change at a time, among processes and within this one. */
    private void change(Consumer<List<KeptToken>> change) {
        synchronized (TokenFile.class) {
            try (FileChannel channel = FileChannel.open(
                            file.resolveSibling("tokens.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                List<KeptToken> tokens = new ArrayList<>(read());
                change.accept(tokens);
                if (lock.isValid()) {
                    write(tokens.stream().map(KeptToken::line).toList());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "the access tokens cannot be kept in " + file + ": " + e.getMessage(), e);
            }
        }
    }

    private void write(List<String> lines) throws IOException {
        // Made readable to its owner alone.
        Path temporary = Files.createTempFile(file.getParent(), "tokens", ".part");
        try {
            Files.write(temporary, lines);
            giveToTheFoldersOwner(temporary);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Root may run the command for a service that runs as somebody else, who has to be able to read the result. */
    private void giveToTheFoldersOwner(Path temporary) throws IOException {
        var owner = Files.getOwner(file.getParent());
        if (!owner.equals(Files.getOwner(temporary))) {
            Files.setOwner(temporary, owner);
        }
    }
}
