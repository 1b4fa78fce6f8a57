package io.docent.index;

/**
 * A passage that a search brought, with what it can be ranked by.
 *
 * @param key names the passage within its {@link PassageSearch}
 * @param words BM25 score, 0 where no word of the query is in it
 * @param meaning cosine of its embedding with the query's, in [-1, 1]; 0 without an embedding
 * @param tokens its coded token vectors
 */
public record Candidate(int key, double words, double meaning, TokenVectors tokens) {}
