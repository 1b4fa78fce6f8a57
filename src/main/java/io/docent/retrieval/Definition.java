package io.docent.retrieval;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a sentence says what a thing is: "A rollback journal is a file that …" to "What is a rollback journal?".
 * English; in other languages no sentence is one.
 */
final class Definition {

    private static final String ARTICLE = "(?:(?:an?|the)\\s+)?";

    private static final Pattern ASKS = Pattern.compile(
            "^(?:what|who)(?:\\s+exactly)?\\s+(?:is|are|was|were|does|do)\\s+" + ARTICLE
                    + "([\\p{L}\\p{N}][^?]{0,60}?)(?:\\s+(?:mean|stand\\s+for|do|called))?\\s*\\?*$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern WANTS = Pattern.compile(
            "^(?:please\\s+)?(?:define|explain)\\s+" + ARTICLE + "([\\p{L}\\p{N}][^?.]{0,60}?)\\s*[?.]*$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern SAYS = Pattern.compile(
            "^(?:\\s*\\([^)]{1,60}\\))?,?\\s+(?:(?:is|are|was|were)\\b(?!\\s+(?:not|\\w+ing|\\w+ed(?!\\s+(?:as|to|for)))\\b)|means?|refers?\\s+to|stands?\\s+for|denotes?|describes?|contains?"
                    + "|consists?\\s+of)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final int MOST_WORDS = 5;

    private Definition() {}

    /** The thing that is to be defined, in lower case; empty where the question asks for something else. */
    static String wanted(String question) {
        for (Pattern pattern : new Pattern[] {ASKS, WANTS}) {
            Matcher asked = pattern.matcher(question.strip());
            if (asked.matches() && asked.group(1).split("\\s+").length <= MOST_WORDS) {
                return asked.group(1).toLowerCase(Locale.ROOT).strip();
            }
        }
        return "";
    }

    /** Whether a sentence begins with the thing and goes on with what it is. */
    static boolean isOne(String sentence, String wanted) {
        if (wanted.isEmpty()) {
            return false;
        }
        String text = sentence.strip().toLowerCase(Locale.ROOT).replaceFirst("^" + ARTICLE, "");
        String singular = wanted.endsWith("s") ? wanted.substring(0, wanted.length() - 1) : wanted;
        if (!text.startsWith(singular)) {
            return false;
        }
        String rest = text.substring(singular.length());
        return SAYS.matcher(rest.startsWith("s") ? rest.substring(1) : rest).matches();
    }
}
