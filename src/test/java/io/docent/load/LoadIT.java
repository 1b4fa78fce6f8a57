package io.docent.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.docent.PackagedService;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code mvn -Pload verify}: many clients for minutes; {@code -Dload.clients=64 -Dload.seconds=600}. */
class LoadIT {

    private static final int CLIENTS = Integer.getInteger("load.clients", 64);
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("load.seconds", 600));

    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Pattern LIVE = Pattern.compile("Total\\s+\\d+\\s+(\\d+)\\s*$");

    @TempDir
    Path home;

    /** The heap is there from the start, so that the process grows by nothing but what is kept. */
    @Test
    void manyClientsAreAnsweredRightAndMemoryStaysFlat() throws Exception {
        try (PackagedService service =
                new PackagedService(home, Path.of("seeds"), Map.of(), "-Xms512m", "-Xmx512m", "-XX:+AlwaysPreTouch")) {
            LoadRun.Result warm = new LoadRun(service.address()).run(CLIENTS, TIME.dividedBy(5));
            long resident = residentMegabytes(service);
            long live = liveMegabytes(service);

            LoadRun.Result result = new LoadRun(service.address()).run(CLIENTS, TIME.minus(TIME.dividedBy(5)));

            long residentThen = residentMegabytes(service);
            long liveThen = liveMegabytes(service);
            System.out.printf(
                    "warming up: %s%n%s%nresident: %d MB, then %d MB; live on the heap: %d MB, then %d MB%n",
                    warm, result, resident, residentThen, live, liveThen);
            assertThat(result.wrong()).isEmpty();
            assertThat(warm.wrong()).isEmpty();
            assertThat(result.statuses()).containsOnlyKeys(200);
            assertThat(residentThen).isLessThan(resident + 100);
            assertThat(liveThen).isLessThan(live + 50);
            assertThat(service.log()).doesNotContain("ERROR").doesNotContain("WARN");
        }
    }

    private static long residentMegabytes(PackagedService service) throws IOException {
        Matcher resident = RESIDENT.matcher(
                Files.readString(Path.of("/proc/" + service.process().pid() + "/status")));
        assertThat(resident.find()).as("Linux tells what a process takes").isTrue();
        return Long.parseLong(resident.group(1)) / 1024;
    }

    /** After a collection, which this asks for. */
    private static long liveMegabytes(PackagedService service) throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process process = new ProcessBuilder(
                        jcmd, String.valueOf(service.process().pid()), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(told).isZero();
        Matcher live = LIVE.matcher(told);
        assertThat(live.find()).as(told).isTrue();
        return Long.parseLong(live.group(1)) >> 20;
    }
}
