package io.docent.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FusionTest {

    @Test
    void stretchesEveryKindBetweenItsLowestAndItsHighest() {
        double[] fused = Fusion.fuse(new double[] {0.25, 0.75}, new double[][] {{10, 20, 30}, {0.9, 0.5, 0.7}});

        assertThat(fused[0]).isCloseTo(0.75, within(1e-9));
        assertThat(fused[1]).isCloseTo(0.25 * 0.5, within(1e-9));
        assertThat(fused[2]).isCloseTo(0.25 + 0.75 * 0.5, within(1e-9));
    }

    @Test
    void aKindThatTellsNoDifferenceLeavesItsWeightToTheOthers() {
        double[] fused = Fusion.fuse(new double[] {0.2, 0.8}, new double[][] {{1, 3, 2}, {0.4, 0.4, 0.4}});

        assertThat(fused).containsExactly(new double[] {0, 1, 0.5}, within(1e-9));
    }

    @Test
    void knowsNoOrderOfWhatScoresTheSameInEverything() {
        assertThat(Fusion.fuse(new double[] {0.5, 0.5}, new double[][] {{7, 7}, {0, 0}}))
                .containsExactly(0, 0);
        assertThat(Fusion.fuse(new double[] {1}, new double[][] {{}})).isEmpty();
    }

    @Property
    void staysBetweenNoneAndAll(
            @ForAll @Size(5) List<@DoubleRange(min = -100, max = 100) Double> words,
            @ForAll @Size(5) List<@DoubleRange(min = -1, max = 1) Double> meaning) {
        double[] fused = Fusion.fuse(new double[] {0.3, 0.7}, new double[][] {numbers(words), numbers(meaning)});

        for (double one : fused) {
            assertThat(one).isBetween(0.0, 1.0 + 1e-9);
        }
    }

    private static double[] numbers(List<Double> list) {
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
