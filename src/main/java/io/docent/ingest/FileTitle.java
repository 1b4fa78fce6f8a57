package io.docent.ingest;

import java.util.List;

/** The titles that a document without one of its own takes from its file name. */
final class FileTitle {

    private FileTitle() {}

    /** In a fixed order: with its ending, without, and without but for humans. */
    static List<String> candidates(String source) {
        String name = source.substring(source.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        return List.of(name, stem, stem.replace('_', ' ').replace('-', ' ').strip());
    }
}
