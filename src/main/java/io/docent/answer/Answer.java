package io.docent.answer;

import java.util.List;

/** What comes of a question. */
public sealed interface Answer {

    /** How it came about. */
    Explanation explanation();

    /** Who wrote it. */
    Authorship authorship();

    /**
     * The documents hold the answer.
     *
     * @param text with markers; of a model's answer Markdown
     * @param sentences in the order in which they are read; of a model's answer those that claim something
     * @param citations numbered from 1 in the order in which the sentences name them
     */
    record Answered(
            String text,
            List<Sentence> sentences,
            List<Citation> citations,
            Explanation explanation,
            Authorship authorship)
            implements Answer {

        public Answered {
            sentences = List.copyOf(sentences);
            citations = List.copyOf(citations);
            if (sentences.isEmpty()) {
                throw new IllegalArgumentException("an answer has a sentence");
            }
        }

        /** Quoted. */
        public Answered(List<Sentence> sentences, List<Citation> citations, Explanation explanation) {
            this(AnswerText.of(sentences), sentences, citations, explanation, Authorship.EXTRACTIVE);
        }

        Answered with(String notice) {
            return new Answered(text, sentences, citations, explanation, authorship.with(notice));
        }
    }

    /**
     * The documents do not hold the answer.
     *
     * @param closest up to three places that come nearest to it, which is not near enough
     */
    record NotFound(List<Citation> closest, Explanation explanation, Authorship authorship) implements Answer {

        public NotFound {
            closest = List.copyOf(closest);
        }

        /** Without a model having been asked. */
        public NotFound(List<Citation> closest, Explanation explanation) {
            this(closest, explanation, Authorship.EXTRACTIVE);
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

        @Override
        public Authorship authorship() {
            return Authorship.EXTRACTIVE;
        }
    }
}
