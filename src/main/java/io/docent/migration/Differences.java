package io.docent.migration;

import java.util.ArrayList;
import java.util.List;

/** What a copy has otherwise than it should, as lines for the person; of very many, the first. For one thread. */
final class Differences {

    private static final int MOST_TOLD = 20;

    private final List<String> told = new ArrayList<>();
    private long more;

    void add(String difference) {
        if (told.size() < MOST_TOLD) {
            told.add(difference);
        } else {
            more++;
        }
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>(told);
        if (more > 0) {
            lines.add("and %,d more".formatted(more));
        }
        return lines;
    }
}
