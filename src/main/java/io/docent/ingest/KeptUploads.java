package io.docent.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The originals of uploads, kept so that an index can be made anew from them. For any thread, as long as each name is dealt
 * with by one at a time.
 */
interface KeptUploads {

    /** Keeps an upload, in place of any other of the same name; durable on return. */
    void keep(String name, @Nullable String mediaType, byte[] bytes, Instant at) throws IOException;

    /** Forgets an upload. */
    void forget(String name) throws IOException;

    @Nullable
    Kept find(String name) throws IOException;

    List<? extends Kept> all() throws IOException;

    /** Whether an upload in the index that is not among them is not to be there. */
    boolean areComplete();

    /** An upload that is kept. */
    interface Kept {

        /** As it was uploaded. */
        String name();

        /** As the sender said, or null. */
        @Nullable
        String mediaType();

        /** When it was uploaded. */
        Instant at();

        /** Whether it has the content of this hash. */
        boolean hasContent(String hash);

        /** The original bytes, in a file that may be gone the next moment. */
        Path content() throws IOException;
    }
}
