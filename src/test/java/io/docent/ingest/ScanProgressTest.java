package io.docent.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.docent.ingest.Progress.Failure;
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
}
