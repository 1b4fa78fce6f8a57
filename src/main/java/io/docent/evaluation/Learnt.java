package io.docent.evaluation;

import java.util.List;
import java.util.function.Function;

/**
 * Weights, and what they would be without a part of the data.
 *
 * @param weights learnt from all examples
 * @param held for each of the {@link Folds}, what is learnt from all the others
 */
@SuppressWarnings("ArrayRecordComponent") // made and read within one training
record Learnt(double[] weights, List<double[]> held) {

    static <T> Learnt from(List<T> examples, Function<T, String> group, Function<List<T>, double[]> trainer) {
        return new Learnt(trainer.apply(examples), Folds.train(examples, group, trainer));
    }

    /** Learnt from nothing of this group. */
    double[] without(String group) {
        return held.get(Folds.of(group));
    }
}
