package io.docent.access;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a token that was made: never the token itself.
 *
 * @param hash its SHA-256, 64 lower-case hexadecimal digits
 * @param role what its holder may
 * @param madeAt when; null where that was not noted
 * @param name whose or what for, one line; may be empty
 */
public record KeptToken(String hash, Role role, @Nullable Instant madeAt, String name) {

    private static final int LONGEST_NAME = 100;

    private static final int ID_LENGTH = 12;

    /** A line of the file: what comes after the hash was not there in the first version. */
    private static final Pattern LINE = Pattern.compile("sha256:([0-9a-f]{64})(?: (\\w+) (\\S+) ?(.*))?");

    public KeptToken {
        if (!hash.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not 64 lower-case hexadecimal digits");
        }
        if (!isName(name)) {
            throw new IllegalArgumentException("a token's name is one line of at most " + LONGEST_NAME + " characters");
        }
    }

    /** Whether a token may be called this. */
    public static boolean isName(String name) {
        return name.length() <= LONGEST_NAME && name.chars().noneMatch(Character::isISOControl);
    }

    /** What it is listed and revoked by; tells nothing of the token. */
    public String id() {
        return hash.substring(0, ID_LENGTH);
    }

    /** Whether this is its id, its name, or the token itself. */
    public boolean goesBy(String text) {
        return !text.isEmpty()
                && (text.equals(id()) || text.equals(name) || TokenHash.areEqual(hash, TokenHash.of(text)));
    }

    String line() {
        return ("sha256:" + hash + " " + role.word() + " " + (madeAt == null ? "-" : madeAt) + " " + name).strip();
    }

    /** Reads a line of the file; empty where it is none. */
    static Optional<KeptToken> parse(String line) {
        Matcher parts = LINE.matcher(line.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        if (parts.group(2) == null) {
            return Optional.of(new KeptToken(parts.group(1), Role.ADMINISTRATOR, null, ""));
        }
        try {
            Instant at = parts.group(3).equals("-") ? null : Instant.parse(parts.group(3));
            return Role.of(parts.group(2)).map(role -> new KeptToken(parts.group(1), role, at, parts.group(4)));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
