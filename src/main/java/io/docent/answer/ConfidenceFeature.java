package io.docent.answer;

/** What tells whether the documents hold the answer at all. All are in [0, 1] or close to it. */
public enum ConfidenceFeature {
    /** MaxSim of the best sentence. */
    TOKENS,
    /** MaxSim of the best sentence and those beside it. */
    TOKENS_AROUND,
    /** Highest MaxSim of any passage. */
    PASSAGE_TOKENS,
    /** Highest cosine of any passage. */
    PASSAGE_MEANING,
    /** Idf share of the question's words in the best sentence. */
    WORDS,
    /** The same, a missing word counting by its nearest token. */
    WORDS_OR_NEAR,
    /** Idf share of the words in the best sentence's passage or its headings. */
    WORDS_IN_PASSAGE,
    /** Neighbouring words of the question that stand together in the best sentence. */
    PAIRS,
    /** The best sentence has the kind of thing the question asks for. */
    TYPE_MET,
    /** It lacks it. */
    TYPE_MISSED,
    /** Share of the question's names and numbers that are neither in that passage nor above it. */
    NAMES_MISSED,
    /** Few words ask little: one over the number of words. */
    FEW_WORDS,
    /** By how much the best sentence answers better than the next; 1 from a hundred and fifty times likelier on. */
    MARGIN,
    /** MaxSim of the best sentence with the question, the other way round: how much of the sentence is about it. */
    SENTENCE_TOKENS,
    /** Mean similarity of all the question's tokens with all the best sentence's. */
    TOPIC,
    /** Cosine of the best sentence's passage. */
    MEANING,
    /** Words of the best sentence that are not in the question, up to twenty of them. */
    NEWS
}
