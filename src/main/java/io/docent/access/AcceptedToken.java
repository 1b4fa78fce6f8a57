package io.docent.access;

import java.util.regex.Pattern;

/**
 * A token of the settings.
 *
 * @param hash 64 lower-case hexadecimal digits
 * @param role what its holder may
 */
record AcceptedToken(String hash, Role role) {

    private static final String HASHED = "sha256:";

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private static final int SHORTEST = 16;

    /**
     * Reads a token, plain or hashed, with {@code reader:} or {@code administrator:} before it or neither, which is an
     * administrator's.
     *
     * @throws IllegalArgumentException that says what is wrong without telling the token
     */
    static AcceptedToken of(String setting) {
        for (Role role : Role.values()) {
            String prefix = role.word() + ":";
            if (setting.startsWith(prefix)) {
                return of(setting.substring(prefix.length()), role);
            }
        }
        return of(setting, Role.ADMINISTRATOR);
    }

    private static AcceptedToken of(String token, Role role) {
        if (!token.startsWith(HASHED)) {
            if (token.length() < SHORTEST) {
                throw new IllegalArgumentException(token.length() + " characters long");
            }
            return new AcceptedToken(TokenHash.of(token), role);
        }
        String hash = token.substring(HASHED.length());
        if (!HASH.matcher(hash).matches()) {
            throw new IllegalArgumentException("no SHA-256");
        }
        return new AcceptedToken(hash, role);
    }
}
