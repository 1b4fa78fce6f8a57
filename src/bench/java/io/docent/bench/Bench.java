package io.docent.bench;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a run was asked for.
 *
 * @param full everything, however long it takes; otherwise what can be had in ten minutes
 * @param kept where indexes are kept for later runs
 * @param documents a folder to index in place of the generated one; or null
 */
record Bench(boolean full, Path kept, @Nullable Path documents) {

    /** Five is the least that has a middle worth the name. */
    static final int ROUNDS = 5;

    /** From {@code -Dbench=full}, {@code -Dbench.index=FOLDER} and {@code -Dbench.folder=FOLDER}. */
    static Bench ofProperties() {
        String folder = System.getProperty("bench.folder", "");
        return new Bench(
                "full".equals(System.getProperty("bench")),
                Path.of(System.getProperty("bench.index", "target/bench")).toAbsolutePath(),
                folder.isBlank() ? null : Path.of(folder).toAbsolutePath());
    }

    static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }
}
