package io.docent.evaluation;

/** What the names of figures tell. */
final class Figures {

    private Figures() {}

    /** In milliseconds. */
    static boolean isTime(String name) {
        return name.substring(name.lastIndexOf('.') + 1).startsWith("ms-");
    }

    /** Something else than a share. */
    static boolean isNoShare(String name) {
        return isTime(name) || name.endsWith("answer-length") || name.endsWith("terms-wrong");
    }
}
