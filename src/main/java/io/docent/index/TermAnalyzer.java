package io.docent.index;

import java.util.List;
import java.util.Locale;

/**
 * Breaks texts into terms. Documents and questions go through the same analysis, whatever engine keeps the index, so
 * that a word counts the same in search, in answers and in their checks. For any thread.
 */
public interface TermAnalyzer {

    /** The language most of a text is in; English where nothing tells. */
    Locale languageOf(String text);

    /**
     * The terms of a text in their order. Words that a language's every text is full of are left out. Identifiers
     * ({@code PPR-9087}, {@code v1.2.3}, {@code snake_case}, {@code camelCase}, {@code C++}) give a term for the whole
     * and one for each part.
     */
    List<Term> analyze(String text, Locale language);

    /** Whether a word, in any case, carries no meaning of its own: articles, pronouns, "what", "how", "does". */
    boolean isFunctionWord(String word, Locale language);
}
