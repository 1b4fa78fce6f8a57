package io.docent.evaluation;

/** Text in HTML. */
final class Html {

    private Html() {}

    /** The text so that it means itself, between tags and in attributes. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
