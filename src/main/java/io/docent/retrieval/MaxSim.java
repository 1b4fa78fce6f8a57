package io.docent.retrieval;

import io.docent.index.TokenVectors;
import io.docent.model.TokenCodec;

/** Compares a question with a passage token by token. */
final class MaxSim {

    private MaxSim() {}

    /** The weighted mean over the question's tokens of the best cosine with one of the passage's. */
    static double score(TokenCodec.Question question, float[] weights, TokenVectors tokens) {
        if (tokens.size() == 0) {
            return 0;
        }
        float[][] similarities = question.similarities(tokens.codes());
        double sum = 0;
        for (int token = 0; token < similarities.length; token++) {
            if (weights[token] > 0) {
                float best = -1;
                for (float similarity : similarities[token]) {
                    best = Math.max(best, similarity);
                }
                sum += weights[token] * best;
            }
        }
        return sum;
    }
}
