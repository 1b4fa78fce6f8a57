package io.docent.ingest;

import io.docent.ingest.Progress.Failure;
import io.micronaut.context.exceptions.ConfigurationException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The folder of documents: which files are in it now. Hidden files are not; links are followed where they lead to a
 * place inside the folder that was not visited yet. For any thread.
 */
@Singleton
final class DocumentFolder {

    private final Path root;
    private final List<PathMatcher> include;
    private final List<PathMatcher> exclude;

    DocumentFolder(IngestSettings settings) {
        root = settings.path();
        if (!Files.isDirectory(root)) {
            throw new ConfigurationException("docent.ingest.folder is '" + settings.folder() + "', but " + root
                    + " is not a folder; make it, or set docent.ingest.folder to the folder of your documents");
        }
        include = matchers(settings.include());
        exclude = matchers(settings.exclude());
    }

    private static List<PathMatcher> matchers(List<String> patterns) {
        return patterns.stream()
                // "**/x" shall also find x at the top, as people expect of it.
                .flatMap(pattern -> pattern.startsWith("**/")
                        ? List.of(pattern, pattern.substring(3)).stream()
                        : List.of(pattern).stream())
                .map(pattern -> FileSystems.getDefault().getPathMatcher("glob:" + pattern))
                .toList();
    }

    Path root() {
        return root;
    }

    /** Where the file of a source is; nothing is said of whether it is there. */
    Path resolve(String source) {
        return root.resolve(source);
    }

    Listing list() {
        Map<String, File> files = new TreeMap<>();
        List<Failure> failures = new ArrayList<>();
        try {
            Path real = root.toRealPath();
            walk(real, "", new HashSet<>(Set.of(real)), files, failures);
        } catch (IOException e) {
            failures.add(new Failure("", "the folder " + root + " cannot be read: " + reason(e)));
        }
        return new Listing(files, failures);
    }

    private void walk(Path folder, String prefix, Set<Path> visited, Map<String, File> files, List<Failure> failures) {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(entries::add);
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            failures.add(new Failure(prefix, "the folder cannot be read: " + reason(e)));
            return;
        }
        for (Path entry : entries) {
            String source = prefix + entry.getFileName();
            if (isHidden(entry) || matches(exclude, source)) {
                continue;
            }
            try {
                visit(entry, source, visited, files, failures);
            } catch (IOException e) {
                // Gone between listing and looking, or a link that leads nowhere: not in the folder.
                if (Files.exists(entry, LinkOption.NOFOLLOW_LINKS) && !Files.isSymbolicLink(entry)) {
                    failures.add(new Failure(source, "it cannot be read: " + reason(e)));
                }
            }
        }
    }

    private void visit(Path entry, String source, Set<Path> visited, Map<String, File> files, List<Failure> failures)
            throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(entry, BasicFileAttributes.class);
        if (Files.isSymbolicLink(entry)) {
            Path target = entry.toRealPath();
            if (!target.startsWith(root.toRealPath())) {
                failures.add(new Failure(source, "it is a link that leads out of the folder; copy the file in"));
                return;
            }
        }
        if (attributes.isDirectory()) {
            if (visited.add(entry.toRealPath())) {
                walk(entry, source + "/", visited, files, failures);
            }
        } else if (attributes.isRegularFile() && (include.isEmpty() || matches(include, source))) {
            Instant modified = attributes.lastModifiedTime().toInstant().truncatedTo(ChronoUnit.MILLIS);
            files.put(source, new File(source, entry, attributes.size(), modified));
        }
    }

    private static boolean isHidden(Path entry) {
        return entry.getFileName().toString().startsWith(".");
    }

    private static boolean matches(List<PathMatcher> matchers, String source) {
        Path path = Path.of(source);
        return matchers.stream().anyMatch(matcher -> matcher.matches(path));
    }

    private static String reason(Exception e) {
        return e instanceof java.nio.file.AccessDeniedException ? "permission denied" : String.valueOf(e.getMessage());
    }

    /**
     * What is in the folder.
     *
     * @param files by source
     * @param failures folders and files that cannot be read; what was known below them stays as it is
     */
    record Listing(Map<String, File> files, List<Failure> failures) {

        /** Whether a source that is not listed may be there all the same. */
        boolean mayHide(String source) {
            return failures.stream()
                    .map(Failure::source)
                    .anyMatch(place -> source.equals(place)
                            || source.startsWith(place.endsWith("/") ? place : place + "/")
                            || place.isEmpty());
        }
    }

    /**
     * A file of the folder.
     *
     * @param source path relative to the folder, with {@code /} between its parts
     * @param modified to a millisecond
     */
    record File(String source, Path path, long size, Instant modified) {}
}
