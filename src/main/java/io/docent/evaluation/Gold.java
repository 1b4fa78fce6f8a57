package io.docent.evaluation;

import java.util.List;

/**
 * What a question's answer should be.
 *
 * @param answerable whether the documents hold the answer
 * @param places that retrieval should find; empty where nobody said
 * @param support what the answer should cite; empty where nobody said
 * @param texts any of which the answer should contain; empty where nobody said
 * @param candidates sentences to put in order, those of {@code support} first; empty where that is not asked
 */
record Gold(boolean answerable, List<Place> places, List<Place> support, List<String> texts, List<Place> candidates) {

    /** The documents do not hold it. */
    static final Gold NOT_IN_THE_DOCUMENTS = new Gold(false, List.of(), List.of(), List.of(), List.of());

    Gold {
        places = List.copyOf(places);
        support = List.copyOf(support);
        texts = texts.stream().filter(text -> !text.isBlank()).toList();
        candidates = List.copyOf(candidates);
    }

    static Gold of(List<Place> places, List<Place> support, List<String> texts) {
        return new Gold(true, places, support, texts, List.of());
    }
}
