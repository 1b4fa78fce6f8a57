package io.docent.retrieval;

import java.time.Duration;

/**
 * How long the steps of a retrieval took.
 *
 * @param analysing reading the question: its words, its embedding, its tokens
 * @param searching finding passages by words and meaning, comparing their tokens, putting them in order
 * @param sentences scoring the sentences of the best, and ordering by them
 */
public record Took(Duration analysing, Duration searching, Duration sentences) {}
