package io.docent.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.docent.PackagedService;
import java.io.IOException;
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

    @TempDir
    Path home;

    @Test
    void manyClientsAreAnsweredRightAndMemoryStaysFlat() throws Exception {
        try (PackagedService service = new PackagedService(home, Path.of("seeds"), Map.of(), "-Xmx512m")) {
            LoadRun.Result warm = new LoadRun(service.address()).run(CLIENTS, TIME.dividedBy(5));
            long before = megabytes(service);

            LoadRun.Result result = new LoadRun(service.address()).run(CLIENTS, TIME.minus(TIME.dividedBy(5)));

            long after = megabytes(service);
            System.out.printf("warming up: %s%n%s%nresident: %d MB, then %d MB%n", warm, result, before, after);
            assertThat(result.wrong()).isEmpty();
            assertThat(warm.wrong()).isEmpty();
            assertThat(result.statuses()).containsOnlyKeys(200);
            assertThat(after).isLessThan(before + 100);
            assertThat(service.log()).doesNotContain("ERROR").doesNotContain("WARN");
        }
    }

    private static long megabytes(PackagedService service) throws IOException {
        Matcher resident = RESIDENT.matcher(
                Files.readString(Path.of("/proc/" + service.process().pid() + "/status")));
        assertThat(resident.find()).as("Linux tells what a process takes").isTrue();
        return Long.parseLong(resident.group(1)) / 1024;
    }
}
