package io.docent.ingest;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A folder that is scanned, in a house of its own for each test. */
abstract class FolderScans {

    @TempDir
    Path place;

    IngestHouse house;

    @BeforeEach
    void open() {
        house = IngestHouse.open(place);
    }

    @AfterEach
    void close() {
        house.close();
    }

    void reopen(String... settings) {
        house.close();
        house = IngestHouse.open(place, settings);
    }
}
