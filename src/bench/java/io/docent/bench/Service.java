package io.docent.bench;

import io.docent.PackagedService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged service as a process of its own over a kept index, with the options that docs/deploying.md names. */
final class Service implements AutoCloseable {

    /** As in the Dockerfile and the unit for systemd, but for the share of memory, which depends on the machine. */
    static final List<String> OPTIONS =
            List.of("-XX:+UseCompactObjectHeaders", "-XX:+UseSerialGC", "-Xms48m", "-XX:TrimNativeHeapInterval=10000");

    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    private final Path home;
    private final PackagedService service;

    private Service(Path home, PackagedService service) {
        this.home = home;
        this.service = service;
    }

    static Service start(Collection collection) throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("docent-bench");
        Map<String, String> settings = new HashMap<>();
        settings.put("DOCENT_DATA", collection.data().toString());
        return new Service(
                home, new PackagedService(home, collection.folder(), settings, OPTIONS.toArray(String[]::new)));
    }

    PackagedService process() {
        return service;
    }

    Asking asking(List<String> questions) {
        return new Asking(service.address(), questions);
    }

    /** What it holds in memory, pages of the index that the system keeps for it included, in MB. */
    double megabytes() throws IOException {
        return megabytes(service.process().pid());
    }

    private static double megabytes(long process) throws IOException {
        Matcher resident = RESIDENT.matcher(Files.readString(Path.of("/proc/" + process + "/status")));
        if (!resident.find()) {
            throw new IOException("only Linux tells what a process takes");
        }
        return Long.parseLong(resident.group(1)) / 1024.0;
    }

    @Override
    public void close() throws IOException {
        service.close();
        Folders.delete(home);
    }
}
