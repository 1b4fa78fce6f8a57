package io.docent.access;

import io.docent.data.DataFolder;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The accepted tokens: those of the settings, and those of the file, which is looked at for every request, so that a token
 * is accepted from when it was made until it is revoked. For any thread.
 */
@Singleton
final class Tokens {

    private static final Logger LOG = LoggerFactory.getLogger(Tokens.class);

    private final TokenFile file;
    private final List<AcceptedToken> configured;
    private final Clock clock;
    private volatile Made made = new Made("", List.of());

    Tokens(AccessSettings settings, DataFolder data, Clock clock) {
        this.file = new TokenFile(data.path());
        this.configured = settings.tokens().stream().map(AcceptedToken::of).toList();
        this.clock = clock;
    }

    /** Whether the settings name a token: then every request needs one. */
    boolean areConfigured() {
        return !configured.isEmpty();
    }

    boolean areThere() {
        return areConfigured() || !made().isEmpty();
    }

    /** Makes an administrator's token and tells it this once. */
    String make(String name) {
        return file.make(Role.ADMINISTRATOR, name, clock.instant());
    }

    /** Whoever holds a token; empty where it is not accepted. Takes as long for any token. */
    Optional<Holder> holder(String token) {
        String hash = TokenHash.of(token);
        Role role = null;
        for (AcceptedToken known : configured) {
            role = TokenHash.areEqual(hash, known.hash()) ? known.role() : role;
        }
        for (KeptToken known : made()) {
            role = TokenHash.areEqual(hash, known.hash()) ? known.role() : role;
        }
        return role == null
                ? Optional.empty()
                : Optional.of(new Holder(new Person("token:" + hash.substring(0, 32)), role));
    }

    private List<KeptToken> made() {
        Made now = made;
        try {
            String state = state();
            if (!state.equals(now.state())) {
                now = new Made(state, state.isEmpty() ? List.of() : file.read());
                made = now;
            }
            return now.tokens();
        } catch (IOException | UncheckedIOException e) {
            // One of them may have been revoked.
            LOG.error("No token that was made is accepted: {} cannot be read ({})", file.path(), e.getMessage());
            return List.of();
        }
    }

    /** What changes when the file does: every change is a new file. */
    private String state() throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file.path(), BasicFileAttributes.class);
            return attributes.fileKey() + " " + attributes.lastModifiedTime() + " " + attributes.size();
        } catch (NoSuchFileException e) {
            return "";
        }
    }

    /** What the file had when it was in this state. */
    private record Made(String state, List<KeptToken> tokens) {}

    /** Somebody with a token. */
    record Holder(Person person, Role role) {}
}
