package io.docent.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Parts of the data for cross-validation: a group, an article as a rule, is in one part as a whole. */
final class Folds {

    static final int COUNT = 5;

    private Folds() {}

    /** The group's part, from 0; the same in every run, whatever other groups there are. */
    static int of(String group) {
        return Math.floorMod(group.hashCode(), COUNT);
    }

    /** For each part, what is learnt from all the others. */
    static <T> List<double[]> train(List<T> examples, Function<T, String> group, Function<List<T>, double[]> trainer) {
        List<double[]> trained = new ArrayList<>();
        for (int fold = 0; fold < COUNT; fold++) {
            int left = fold;
            trained.add(trainer.apply(examples.stream()
                    .filter(example -> of(group.apply(example)) != left)
                    .toList()));
        }
        return trained;
    }
}
