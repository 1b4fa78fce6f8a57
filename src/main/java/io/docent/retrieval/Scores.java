package io.docent.retrieval;

/**
 * What put a passage where it stands.
 *
 * @param words BM25 score of the question's words in the passage and its headings; 0 or more
 * @param meaning cosine of the passage's embedding with the question's, in [-1, 1]
 * @param tokens mean over the question's tokens of the best cosine with one of the passage's (MaxSim: Khattab and
 *     Zaharia 2020), weighted by how rare the words are; 0 where the model tells no token vectors
 * @param conversation what the passage scored for the conversation as a whole, in [0, 1]; 0 where there is none
 * @param sentences the chance that one of its sentences is the one that answers, among all sentences that were looked
 *     at, in [0, 1]; 0 where they were not looked at
 * @param fused what passages are ordered by, in [0, 1]
 */
public record Scores(
        double words, double meaning, double tokens, double conversation, double sentences, double fused) {}
