package io.docent.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Puts alike things together: agglomerative clustering by average linkage (UPGMA), computed along chains of nearest
 * neighbours, which takes time and memory of the square of their number (Murtagh 1983). What it comes to depends on the
 * likenesses alone and, where these are equal, on the order of the things.
 */
final class Grouping {

    /** Likenesses of the groups that are left; those of a group with itself are not used. */
    private final float[][] likeness;

    private final List<List<Integer>> groups = new ArrayList<>();
    private final boolean[] open;

    private Grouping(float[][] likeness) {
        this.likeness = likeness;
        this.open = new boolean[likeness.length];
        Arrays.fill(open, true);
        for (int i = 0; i < likeness.length; i++) {
            groups.add(new ArrayList<>(List.of(i)));
        }
    }

    /**
     * Groups things.
     *
     * @param likeness of each with each, symmetric; used up
     * @param least mean likeness of the things of two groups at which they are put together
     * @return the things of each group in ascending order, the groups by their first things
     */
    static List<List<Integer>> of(float[][] likeness, float least) {
        Grouping grouping = new Grouping(likeness);
        grouping.run(least);
        return grouping.groups.stream()
                .filter(group -> !group.isEmpty())
                .peek(Collections::sort)
                .sorted((a, b) -> Integer.compare(a.getFirst(), b.getFirst()))
                .toList();
    }

    private void run(float least) {
        List<Integer> chain = new ArrayList<>();
        for (int next = 0; next < open.length; ) {
            if (chain.isEmpty()) {
                if (!open[next]) {
                    next++;
                    continue;
                }
                chain.add(next);
            }
            int last = chain.getLast();
            int before = chain.size() > 1 ? chain.get(chain.size() - 2) : -1;
            int nearest = nearest(last, before);
            if (nearest < 0 || likeness[last][nearest] < least) {
                // Nothing that is put together later comes nearer to it: average linkage is reducible.
                open[last] = false;
                chain.removeLast();
            } else if (nearest == before) {
                chain.removeLast();
                chain.removeLast();
                merge(Math.min(last, before), Math.max(last, before));
            } else {
                chain.add(nearest);
            }
        }
    }

    /** The nearest other group; of equally near ones the one before in the chain, else the first. -1 where there is none. */
    private int nearest(int group, int before) {
        int nearest = before;
        for (int other = 0; other < open.length; other++) {
            if (open[other] && other != group && (nearest < 0 || likeness[group][other] > likeness[group][nearest])) {
                nearest = other;
            }
        }
        return nearest;
    }

    private void merge(int into, int from) {
        int a = groups.get(into).size();
        int b = groups.get(from).size();
        for (int other = 0; other < open.length; other++) {
            if (open[other] && other != into && other != from) {
                float mean = (a * likeness[into][other] + b * likeness[from][other]) / (a + b);
                likeness[into][other] = mean;
                likeness[other][into] = mean;
            }
        }
        groups.get(into).addAll(groups.get(from));
        groups.get(from).clear();
        open[from] = false;
    }
}
