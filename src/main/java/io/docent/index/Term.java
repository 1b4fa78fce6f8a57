package io.docent.index;

/**
 * A word of a text in the form in which it is compared: lower case, without accents, stemmed.
 *
 * @param text what is compared
 * @param start offset of the word's first character in the analysed text
 * @param end offset after its last character
 */
public record Term(String text, int start, int end) {}
