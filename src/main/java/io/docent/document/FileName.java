package io.docent.document;

import java.util.Locale;

/**
 * A file's name without its folder.
 *
 * @param name for example {@code Report.PDF}
 * @param extension lower-case and without the dot, empty where there is none
 */
record FileName(String name, String extension) {

    /** @param path with {@code /} or {@code \} between its parts */
    static FileName of(String path) {
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
                .strip();
        int dot = name.lastIndexOf('.');
        return new FileName(name, dot > 0 ? name.substring(dot + 1).toLowerCase(Locale.ROOT) : "");
    }

    /** The name without its extension. */
    String stem() {
        return extension.isEmpty() ? name : name.substring(0, name.length() - extension.length() - 1);
    }
}
