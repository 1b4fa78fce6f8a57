package io.docent.access;

import java.util.Locale;
import java.util.Optional;

/** What the holder of a token may. */
public enum Role {

    /** Asks and reads. */
    READER,

    /** Also uploads, deletes, scans the folder again and sees what went unanswered. */
    ADMINISTRATOR;

    /** As settings, files and people write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Role> of(String word) {
        for (Role role : values()) {
            if (role.word().equals(word)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
