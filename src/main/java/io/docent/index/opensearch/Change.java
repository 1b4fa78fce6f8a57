package io.docent.index.opensearch;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was written of one document since the last commit. Guarded by itself. */
final class Change {

    /** The version of what is written. */
    private final String version;

    /** Of passages that stay, where nothing but what is known beside them is written. */
    private @Nullable String kept;

    private boolean replaced;

    /** Passages written; -1 where there are none and no content. */
    private int written = -1;

    Change(String document, long number) {
        version = document + '/' + number;
    }

    String content() {
        return version;
    }

    String record() {
        return version + "/record";
    }

    int written() {
        return written;
    }

    /** Whether passages that are seen now will not be. */
    boolean replaces() {
        return replaced;
    }

    void replaced(int passages) {
        replaced = true;
        written = passages;
    }

    void removed() {
        replaced(-1);
    }

    /** @param content the version of the passages, which stay */
    void renamed(String content) {
        if (!replaced) {
            kept = content;
        }
    }

    /** The version of the passages that will be seen with what is written; empty where there are none. */
    Optional<String> contentThen() {
        if (written >= 0) {
            return Optional.of(version);
        }
        return Optional.ofNullable(replaced ? null : kept);
    }
}
