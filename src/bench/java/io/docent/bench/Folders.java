package io.docent.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Does with whole folders what the JDK does with files. */
final class Folders {

    private Folders() {}

    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    static long bytes(Path folder) throws IOException {
        long sum = 0;
        for (Path file : files(folder)) {
            sum += Files.size(file);
        }
        return sum;
    }

    /** UTF-16 code units of all files, which have to be text. */
    static long characters(Path folder) throws IOException {
        long sum = 0;
        for (Path file : files(folder)) {
            sum += Files.readString(file, StandardCharsets.UTF_8).length();
        }
        return sum;
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(each);
                }
            }
        }
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Path copy = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(each, copy, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    /** What was changed within the last moments is looked at again at every scan; this makes it older. */
    static void age(Path folder) throws IOException {
        FileTime before = FileTime.from(Instant.now().minus(Duration.ofMinutes(5)));
        for (Path file : files(folder)) {
            Files.setLastModifiedTime(file, before);
        }
    }

    /** Does something in a new folder that is gone afterwards. */
    static <T> T within(Work<T> work) throws Exception {
        Path folder = Files.createTempDirectory("docent-bench");
        try {
            return work.in(folder);
        } finally {
            delete(folder);
        }
    }

    interface Work<T> {
        T in(Path folder) throws Exception;
    }
}
