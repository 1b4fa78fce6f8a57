package io.docent.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class GroupingTest {

    private static float[][] random(int seed, int size) {
        Random random = new Random(seed);
        float[][] likeness = new float[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                likeness[i][j] = random.nextFloat();
                likeness[j][i] = likeness[i][j];
            }
        }
        return likeness;
    }

    private static float[][] copy(float[][] likeness) {
        float[][] copy = likeness.clone();
        for (int i = 0; i < copy.length; i++) {
            copy[i] = copy[i].clone();
        }
        return copy;
    }

    /** By the book: the two groups whose things are most alike on average, again and again. */
    private static List<List<Integer>> slowly(float[][] likeness, float least) {
        List<List<Integer>> groups = new ArrayList<>();
        for (int i = 0; i < likeness.length; i++) {
            groups.add(new ArrayList<>(List.of(i)));
        }
        while (true) {
            double best = least;
            List<Integer> one = List.of();
            List<Integer> two = List.of();
            for (List<Integer> a : groups) {
                for (List<Integer> b : groups) {
                    double mean = a.stream()
                            .flatMapToDouble(i -> b.stream().mapToDouble(j -> likeness[i][j]))
                            .average()
                            .orElseThrow();
                    if (a != b && mean >= best) {
                        best = mean;
                        one = a;
                        two = b;
                    }
                }
            }
            if (one.isEmpty()) {
                groups.forEach(group -> group.sort(Comparator.naturalOrder()));
                groups.sort(Comparator.comparing(List::getFirst));
                return groups;
            }
            one.addAll(two);
            List<Integer> gone = two;
            groups.removeIf(group -> group == gone);
        }
    }

    @Property(tries = 300)
    void isAverageLinkage(@ForAll @IntRange(max = 10_000) int seed, @ForAll @IntRange(max = 14) int size) {
        float[][] likeness = random(seed, size);

        List<List<Integer>> groups = Grouping.of(copy(likeness), 0.6f);

        assertThat(groups).isEqualTo(slowly(likeness, 0.6f));
    }

    @Test
    void ofNothingThereIsNothing() {
        assertThat(Grouping.of(new float[0][0], 0.5f)).isEmpty();
    }

    @Test
    void allTheSameIsOneGroup() {
        float[][] likeness = new float[40][40];
        for (float[] row : likeness) {
            Arrays.fill(row, 1);
        }

        assertThat(Grouping.of(likeness, 0.72f))
                .hasSize(1)
                .first()
                .satisfies(group -> assertThat(group).hasSize(40));
    }
}
