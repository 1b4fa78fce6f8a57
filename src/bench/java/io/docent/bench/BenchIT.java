package io.docent.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Measures and tells; no figure makes it fail, only what could not be measured does. {@code -Dbench.rows=indexing,start}
 * measures some alone, and then leaves docs/performance.md as it is.
 */
class BenchIT {

    /** The inner pieces, which are no rows. */
    private static final String PIECES = "pieces";

    private static final Map<String, Measuring> ALL = all();

    private static Map<String, Measuring> all() {
        Map<String, Measuring> all = new LinkedHashMap<>();
        all.put("indexing", IndexingRows::rows);
        all.put("again", AgainRow::rows);
        all.put("question", QuestionRows::rows);
        all.put("growth", GrowthRow::rows);
        all.put("search", SearchRows::rows);
        all.put("start", StartRow::rows);
        all.put("memory", MemoryRows::rows);
        all.put("disk", DiskRow::rows);
        all.put("beside", BesideRow::rows);
        return all;
    }

    @Test
    void measures() throws Exception {
        Bench bench = Bench.ofProperties();
        String wanted = System.getProperty("bench.rows", "");
        Report report = new Report(bench);
        long start = System.nanoTime();
        List<Row> rows = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        for (var each : ALL.entrySet()) {
            if (wanted.isBlank() || List.of(wanted.split(",")).contains(each.getKey())) {
                measure(each.getKey(), each.getValue(), bench, rows, failed);
            }
        }
        String table = report.of(rows, (System.nanoTime() - start) / 1e9);
        if ((bench.full() && wanted.isBlank()) || wanted.contains(PIECES)) {
            table += "\n\n" + Pieces.table();
        }
        System.out.println(table);
        if (wanted.isBlank()) {
            Report.write(table);
        }

        assertThat(failed).as("what could not be measured").isEmpty();
        assertThat(rows.isEmpty() && !wanted.contains(PIECES))
                .as("nothing is called " + wanted)
                .isFalse();
    }

    private static void measure(String name, Measuring measuring, Bench bench, List<Row> rows, List<String> failed) {
        long start = System.nanoTime();
        try {
            List<Row> measured = measuring.rows(bench);
            rows.addAll(measured);
            measured.forEach(row -> System.out.println(row.markdown()));
        } catch (Exception e) {
            failed.add(name + ": " + e);
            e.printStackTrace();
        }
        System.out.printf("%s took %.0f s%n", name, (System.nanoTime() - start) / 1e9);
    }

    private interface Measuring {
        List<Row> rows(Bench bench) throws Exception;
    }
}
