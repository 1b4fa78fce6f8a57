package io.docent.evaluation;

import java.util.regex.Pattern;

/** Makes file names of titles and ids. */
final class FileNames {

    private static final Pattern UNSAFE = Pattern.compile("[^\\p{L}\\p{N} ().,'-]+");

    private FileNames() {}

    static String safe(String title) {
        String safe = UNSAFE.matcher(title).replaceAll(" ").strip();
        return safe.isEmpty() ? "untitled" : safe.substring(0, Math.min(100, safe.length()));
    }
}
