package io.docent.evaluation;

import java.util.List;

/**
 * A question of which somebody said what the answer should be.
 *
 * @param id names it within its data set, from one run to the next
 * @param group what it is about, an article as a rule; questions of one group are not independent
 * @param text as it was asked
 * @param before what was said before in the conversation, user and answer in turn, beginning with the user
 * @param gold what the answer should be
 */
record GoldQuestion(String id, String group, String text, List<String> before, Gold gold) {

    GoldQuestion {
        if (text.isBlank()) {
            throw new IllegalArgumentException("question " + id + " is blank");
        }
        before = List.copyOf(before);
    }
}
