package io.docent.channel.http;

import java.util.Locale;

/** A parameter of a query that is true or false; a word that merely sounds like one of them is told rather than guessed. */
final class QueryFlag {

    private QueryFlag() {}

    /**
     * Reads a flag.
     *
     * @throws ProblemException where it is neither
     */
    static boolean of(String name, String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw ProblemException.badRequest(name + " is '" + value + "'; it is true or false");
        };
    }
}
