package io.docent.retrieval;

import java.util.Set;

/**
 * A word of a question that says what is asked about.
 *
 * @param text as it was typed
 * @param start offset of its first character in the question
 * @param end offset after its last character
 * @param forms the terms that count as this word, in the languages of the index
 * @param idf how much finding it says: ln(1 + (N - n + 0.5) / (n + 0.5)) of N passages, n of which have it (Robertson
 *     and Zaragoza 2009); positive
 * @param unknown whether the index does not have the word as typed; {@code forms} are what it may have meant, where there
 *     is such
 */
public record QuestionWord(String text, int start, int end, Set<String> forms, double idf, boolean unknown) {

    public QuestionWord {
        forms = Set.copyOf(forms);
    }
}
