package io.docent.answer;

import java.util.List;

/** What comes of a question. */
public sealed interface Answer {

    /** How it came about. */
    Explanation explanation();

    /**
     * The documents hold the answer.
     *
     * @param sentences in the order in which they are read
     * @param citations numbered from 1 in the order in which the sentences name them
     */
    record Answered(List<Sentence> sentences, List<Citation> citations, Explanation explanation) implements Answer {

        public Answered {
            sentences = List.copyOf(sentences);
            citations = List.copyOf(citations);
            if (sentences.isEmpty()) {
                throw new IllegalArgumentException("an answer has a sentence");
            }
        }
    }

    /**
     * The documents do not hold the answer.
     *
     * @param closest up to three places that come nearest to it, which is not near enough
     */
    record NotFound(List<Citation> closest, Explanation explanation) implements Answer {

        public NotFound {
            closest = List.copyOf(closest);
        }
    }

    /**
     * Nothing was asked of the documents: a greeting, thanks, a question about Docent.
     *
     * @param text what a friendly colleague would say
     */
    record Reply(String text) implements Answer {

        @Override
        public Explanation explanation() {
            return new Explanation(List.of(), 1, 0);
        }
    }
}
