package io.docent.ingest;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.core.convert.format.ReadableBytes;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.PatternSyntaxException;

/**
 * What is indexed.
 *
 * @param folder the folder to index and to watch
 * @param include glob patterns, relative to the folder, of the files to index; all where there is none
 * @param exclude glob patterns of files and folders to leave out, beside hidden ones
 * @param maximumFileSize in bytes; a larger file is listed as unreadable
 * @param rescan how often the whole folder is looked through, whatever the file system tells
 */
@ConfigurationProperties("docent.ingest")
public record IngestSettings(
        @Bindable(defaultValue = "seeds") String folder,
        @Bindable(defaultValue = "") List<String> include,
        @Bindable(defaultValue = "") List<String> exclude,
        @ReadableBytes @Bindable(defaultValue = "50MB") long maximumFileSize,
        @Bindable(defaultValue = "60s") Duration rescan) {

    public IngestSettings {
        include = withoutBlank(include);
        exclude = withoutBlank(exclude);
        check("docent.ingest.include", include);
        check("docent.ingest.exclude", exclude);
        if (maximumFileSize < 1) {
            throw new ConfigurationException("docent.ingest.maximum-file-size is " + maximumFileSize
                    + "; allowed is 1 byte or more, as in 50MB");
        }
        if (rescan.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new ConfigurationException(
                    "docent.ingest.rescan is " + rescan.toMillis() + " ms; allowed is 1s or more, as in 60s");
        }
    }

    /** The folder, absolute. */
    Path path() {
        try {
            return Path.of(folder).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new ConfigurationException("docent.ingest.folder is '" + folder + "', which is not a path", e);
        }
    }

    /** What processes that share an index have to have alike, or one would remove what another adds. */
    Map<String, String> shared() {
        return Map.of(
                "docent.ingest.folder",
                path().toString(),
                "docent.ingest.include",
                String.join(",", include),
                "docent.ingest.exclude",
                String.join(",", exclude),
                "docent.ingest.maximum-file-size",
                Long.toString(maximumFileSize));
    }

    private static List<String> withoutBlank(List<String> patterns) {
        return patterns.stream()
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    private static void check(String setting, List<String> patterns) {
        for (String pattern : patterns) {
            try {
                FileSystems.getDefault().getPathMatcher("glob:" + pattern);
            } catch (PatternSyntaxException e) {
                throw new ConfigurationException(
                        setting + " has '" + pattern
                                + "', which is not a glob pattern; allowed is, for example, **/*.md",
                        e);
            }
        }
    }
}
