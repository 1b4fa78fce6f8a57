package io.docent.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.docent.ingest.Progress;
import io.docent.ingest.Progress.State;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnreadTest {

    UnreadTest() {}

    @Test
    void tellsHowManyFilesAreIndexedSoFar() {
        assertThat(Unread.notice(progress(12, 3_400)))
                .isEqualTo("The documents are still being indexed, 12 of 3400 so far. Ask again when that is done.");
    }

    @Test
    void tellsThatTheFolderIsStillBeingListed() {
        assertThat(Unread.notice(progress(0, 0)))
                .isEqualTo("The documents are still being indexed. Ask again in a moment.");
    }

    private static Progress progress(int done, int total) {
        return new Progress(State.RUNNING, done, total, List.of(), 0, null);
    }
}
