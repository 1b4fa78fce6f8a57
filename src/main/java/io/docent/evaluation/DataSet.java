package io.docent.evaluation;

import java.util.List;

/**
 * Documents, and questions with what their answers should be.
 *
 * @param name short, for figures: {@code xquad.en}
 * @param documents to answer from
 * @param questions in the order of their file
 * @param kind what can be measured with it beside retrieval and answers
 */
record DataSet(String name, List<Original> documents, List<GoldQuestion> questions, Kind kind) {

    DataSet {
        documents = List.copyOf(documents);
        questions = List.copyOf(questions);
        if (questions.isEmpty()) {
            throw new BadInputException(name + " has no questions");
        }
    }

    /** What can be measured with a data set. */
    enum Kind {
        /** Retrieval and answers. */
        QUESTIONS,
        /** The same, and articles whose paragraphs can be left out, for questions that are not answered. */
        ARTICLES,
        /** The order of the sentences of one document each. */
        SENTENCES,
        /** Follow-up questions and their rewrites, and what is found with them. */
        REWRITES,
        /** Whether sentences are found to be borne out that a person labelled. */
        STATEMENTS
    }
}
