package io.docent.ingest;

import io.docent.data.DataFolder;
import io.docent.ingest.FolderUploads.Kept;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the originals that a data folder has from the time of an embedded index into the database. The folder is renamed
 * when all of it is there, so that what is deleted later does not come back.
 */
@Singleton
@Requires(property = "docent.index.store", value = "opensearch")
final class UploadsMove {

    private static final Logger LOG = LoggerFactory.getLogger(UploadsMove.class);

    private final DataFolder data;
    private final DatabaseUploads uploads;

    UploadsMove(DataFolder data, DatabaseUploads uploads) {
        this.data = data;
        this.uploads = uploads;
    }

    /** Does nothing where there are none; what the database has of a name stays. */
    void run() throws IOException {
        Path folder = data.resolve(FolderUploads.FOLDER);
        if (!Files.isDirectory(folder)) {
            return;
        }
        int moved = 0;
        for (Kept kept : new FolderUploads(data).all()) {
            if (Files.exists(kept.content()) && uploads.find(kept.name()) == null) {
                uploads.keep(kept.name(), kept.mediaType(), Files.readAllBytes(kept.content()), kept.at());
                moved++;
            }
        }
        Path aside = Files.createTempDirectory(data.path(), FolderUploads.ASIDE);
        Files.move(folder, aside.resolve(FolderUploads.FOLDER));
        LOG.info("{} uploads are in the database now; {} has their files still and may be deleted", moved, aside);
    }
}
