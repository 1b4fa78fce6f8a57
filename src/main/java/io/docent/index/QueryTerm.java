package io.docent.index;

import java.util.Set;

/**
 * A word that is searched for.
 *
 * @param word as it was typed
 * @param forms the terms that count as this word: its analysis in the languages of the index, or what it was a
 *     misspelling of
 * @param weight what the word is worth beside the others; 1 as a rule
 */
public record QueryTerm(String word, Set<String> forms, double weight) {

    public QueryTerm {
        if (forms.isEmpty()) {
            throw new IllegalArgumentException("nothing to search for '" + word + "' by");
        }
        if (!(weight > 0)) {
            throw new IllegalArgumentException("a weight is positive, not " + weight);
        }
        forms = Set.copyOf(forms);
    }
}
