package io.docent.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.docent.document.DocumentId;
import io.docent.ingest.DocumentFolder.File;
import io.docent.ingest.DocumentFolder.Listing;
import io.docent.ingest.Ingestion.Indexed;
import io.docent.ingest.Ingestion.Unreadable;
import io.docent.ingest.Progress.Failure;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ScanProgressTest {

    private final ScanProgress progress = new ScanProgress();

    @Test
    void tellsWhatStoppedAScanUntilOneIsComplete() {
        progress.start();
        progress.stopped("manuals", "the disk is full; it is tried again in 60 s");
        progress.finish();
        Failure stopped = new Failure("manuals", "the disk is full; it is tried again in 60 s");

        assertThat(progress.now().failures()).containsExactly(stopped);

        progress.start();
        assertThat(progress.now().failures()).containsExactly(stopped);

        progress.completed();
        progress.finish();
        assertThat(progress.now().failures()).isEmpty();
    }

    @Test
    void aFileThatIsRefusedSaysNothingOfHowLongTheOthersTake() {
        File refused = file("refused.bin", 1_000_000);
        File read = file("read.txt", 100);
        File left = file("left.txt", 100);
        List<File> files = List.of(refused, read, left);
        progress.start();
        progress.begin(
                new Listing(files.stream().collect(Collectors.toMap(File::source, file -> file)), List.of()), files);

        progress.done(refused, new Unreadable("refused.bin", "it is no text"));
        Progress afterRefused = progress.now();
        progress.done(read, new Indexed("read.txt", new DocumentId("a"), 1));

        assertThat(afterRefused.done()).isEqualTo(1);
        assertThat(afterRefused.remaining()).isNull();
        assertThat(progress.now().remaining()).isNotNull();
    }

    @Test
    void nothingIsSaidOfHowLongItTakesBeforeAHundredthOfTheBytesIsThere() {
        File small = file("small.txt", 100);
        File more = file("more.txt", 10_000);
        File large = file("large.txt", 1_000_000);
        List<File> files = List.of(small, more, large);
        progress.start();
        progress.begin(
                new Listing(files.stream().collect(Collectors.toMap(File::source, file -> file)), List.of()), files);

        progress.done(small, new Indexed("small.txt", new DocumentId("a"), 1));
        Progress atFirst = progress.now();
        progress.done(more, new Indexed("more.txt", new DocumentId("b"), 1));

        assertThat(atFirst.remaining()).isNull();
        assertThat(progress.now().remaining()).isNotNull();
    }

    @Test
    void isBehindUntilTheFirstScanIsDoneAndWhileALaterOneHasFilesToRead() {
        File file = file("a.txt", 100);
        Listing listing = new Listing(Map.of("a.txt", file), List.of());
        assertThat(progress.isBehind()).isTrue();
        progress.start();
        progress.begin(listing, List.of(file));
        progress.done(file, new Indexed("a.txt", new DocumentId("a"), 1));
        assertThat(progress.isBehind()).isTrue();
        progress.stopped("manuals", "the disk is full; it is tried again in 60 s");
        progress.finish();
        assertThat(progress.isBehind()).isTrue();

        progress.start();
        progress.completed();
        progress.finish();
        assertThat(progress.isBehind()).isFalse();

        progress.start();
        progress.begin(listing, List.of());
        assertThat(progress.isBehind()).isFalse();
        progress.begin(listing, List.of(file));
        assertThat(progress.isBehind()).isTrue();
    }

    private static File file(String source, long size) {
        return new File(source, Path.of(source), size, Instant.EPOCH);
    }
}
