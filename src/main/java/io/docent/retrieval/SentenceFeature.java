package io.docent.retrieval;

/** What a sentence of a passage is judged by. All are in [0, 1] or close to it, so that their weights can be compared. */
public enum SentenceFeature {
    /** MaxSim of the question with the sentence's tokens. */
    TOKENS,
    /** MaxSim with the tokens of the sentence and of those beside it. */
    TOKENS_AROUND,
    /**
     * MaxSim with the tokens of the sentence and of the one before, all of the question's tokens counting the same: "who"
     * and "since" are like what answers them.
     */
    TOKENS_SINCE_BEFORE,
    /** Idf of the question's words in the sentence, as a share of all. */
    WORDS,
    /** The same, a word that is missing counting by its nearest token. */
    WORDS_OR_NEAR,
    /** Idf share of the words in the sentence, the ones beside it, its label, the title and the headings. */
    WORDS_AROUND,
    /** Idf share of the words in its label, the title and the headings. */
    ABOVE,
    /** Pairs of neighbouring words of the question that stand close together in the sentence, as a share. */
    PAIRS,
    /** Mean similarity of all the question's tokens with all the sentence's. */
    TOPIC,
    /** The passage's place: 1, 1/2, 1/3 … */
    PASSAGE_RANK,
    /** The passage's score as retrieval fused it. */
    PASSAGE_FUSED,
    /** The passage's MaxSim. */
    PASSAGE_TOKENS,
    /** Cosine of the passage's embedding, which has title and headings in it. */
    PASSAGE_MEANING,
    /** The sentence has the kind of thing the question asks for. */
    TYPE_MET,
    /** The sentence lacks it. */
    TYPE_MISSED,
    /** Words of the sentence that are not in the question, up to twenty of them. */
    NEWS,
    /** A row of a table. */
    ROW,
    /** Of a row, how much of a cell the question names, of the cell that it names most of: 1 where it names it whole. */
    CELL,
    /** Fewer than five words, and no code. */
    SHORT,
    /** It is a question itself. */
    QUESTION,
    /** It is the first of its passage. */
    FIRST,
    /** It opens with a word that points to what is said before. */
    POINTS_BACK,
    /** It says where something is told rather than telling it. */
    POINTS_ELSEWHERE,
    /** It says what the thing is that the question asks for. */
    DEFINES
}
