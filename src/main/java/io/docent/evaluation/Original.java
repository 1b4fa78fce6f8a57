package io.docent.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * A document of a data set as it comes from outside.
 *
 * @param name path with {@code /} between its parts
 * @param group what it is about, see {@link GoldQuestion#group()}; may be empty
 * @param bytes reads the content
 */
record Original(String name, String group, Supplier<byte[]> bytes) {

    static Original of(String name, String group, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Original(name, group, () -> bytes);
    }

    static Original of(String name, Path file) {
        return new Original(name, "", () -> {
            try {
                return Files.readAllBytes(file);
            } catch (IOException e) {
                throw new UncheckedIOException(file + " cannot be read", e);
            }
        });
    }

    String text() {
        return new String(bytes.get(), StandardCharsets.UTF_8);
    }
}
