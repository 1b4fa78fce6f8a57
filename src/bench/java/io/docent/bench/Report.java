package io.docent.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table, with what it was measured on. */
final class Report {

    private static final Path PAGE = Path.of("docs/performance.md");
    private static final String BEGIN = "<!-- written by mvn -Pbench verify -->";
    private static final String END = "<!-- end -->";

    private static final List<String> VECTORS =
            List.of("avx2", "avx512f", "avx512_vnni", "avx_vnni", "asimd", "asimddp", "i8mm", "sve");

    private final Bench bench;
    private final double loadBefore = load();

    Report(Bench bench) {
        this.bench = bench;
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    String of(List<Row> rows, double seconds) throws IOException {
        return Stream.concat(
                        Stream.of(
                                machine(),
                                "",
                                "Corpus: %s. %s profile, %.0f s."
                                        .formatted(corpus(), bench.full() ? "Full" : "Quick", seconds),
                                "",
                                "| What | Target | Median (lowest–highest round) | Met | Figures |",
                                "|---|---|---|---|---|"),
                        rows.stream().map(Row::markdown))
                .collect(Collectors.joining("\n"));
    }

    private String corpus() {
        return bench.documents() == null
                ? "generated Markdown"
                : "the folder " + bench.documents().getFileName();
    }

    private String machine() throws IOException {
        Path cpu = Path.of("/proc/cpuinfo");
        String about = Files.exists(cpu) ? Files.readString(cpu) : "";
        List<String> flags =
                List.of(first(about, "(?:flags|Features)\\s*: (.*)").split(" "));
        return "%s, %d cores (%s); %s %s; %s %s; load %.1f at the start, %.1f at the end."
                .formatted(
                        first(about, "model name\\s*: (.*)"),
                        Bench.cores(),
                        VECTORS.stream().filter(flags::contains).collect(Collectors.joining(", ")),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        System.getProperty("java.vm.name"),
                        System.getProperty("java.vm.version"),
                        loadBefore,
                        load());
    }

    private static String first(String text, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        return found.find()
                ? found.group(1).strip()
                : System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    }

    /** Puts it in place of the one that is in docs/performance.md. */
    static void write(String table) throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalStateException(PAGE + " has no place for the table: " + BEGIN + " … " + END);
        }
        Files.writeString(
                PAGE, page.substring(0, begin + BEGIN.length()) + "\n\n" + table + "\n\n" + page.substring(end));
    }
}
