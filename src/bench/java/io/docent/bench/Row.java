package io.docent.bench;

import org.jspecify.annotations.Nullable;

/**
 * A line of the table.
 *
 * @param what was measured
 * @param goal for the median
 * @param measured null where this run did not
 * @param figures what the ratio is made of; or why there is none
 */
record Row(String what, Goal goal, @Nullable Rounds measured, String figures) {

    static Row of(String what, Goal goal, Rounds measured, String figures) {
        return new Row(what, goal, measured, figures);
    }

    static Row without(String what, Goal goal, String why) {
        return new Row(what, goal, null, why);
    }

    String markdown() {
        return measured == null
                ? "| %s | %s | | | %s |".formatted(what, goal, figures)
                : "| %s | %s | %s | %s | %s |"
                        .formatted(
                                what,
                                goal,
                                measured.with(goal.unit()),
                                goal.isMet(measured.median()) ? "yes" : "**no**",
                                figures);
    }
}
