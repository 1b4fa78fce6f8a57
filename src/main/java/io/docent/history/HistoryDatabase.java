package io.docent.history;

import io.docent.data.DataFolder;
import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the embedded database into the data folder where no other is set, and not before that folder is this process's
 * own, so that a second process is told so in Docent's words.
 */
@Singleton
final class HistoryDatabase implements BeanCreatedEventListener<DatasourceConfiguration> {

    /** What {@code application.yml} has for the embedded database. */
    private static final String EMBEDDED = "jdbc:h2:embedded";

    private static final Logger LOG = LoggerFactory.getLogger(HistoryDatabase.class);

    private final DataFolder data;

    HistoryDatabase(DataFolder data) {
        this.data = data;
    }

    @Override
    public DatasourceConfiguration onCreated(BeanCreatedEvent<DatasourceConfiguration> event) {
        DatasourceConfiguration configuration = event.getBean();
        if (EMBEDDED.equals(configuration.getUrl())) {
            tellIfEmpty(data.resolve("history.mv.db"));
            // Written at every commit: what was acknowledged survives a crash of this process.
            configuration.setUrl("jdbc:h2:file:" + data.resolve("history") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
        }
        return configuration;
    }

    /** As a full disk or a failed copy leaves it; H2 would say nothing. */
    private static void tellIfEmpty(Path file) {
        try {
            if (Files.exists(file) && Files.size(file) == 0) {
                LOG.warn(
                        "The database of conversations {} has no bytes; it begins anew. Stop Docent and put back a copy"
                                + " where there should be conversations.",
                        file);
            }
        } catch (IOException e) {
            LOG.warn("The database of conversations {} cannot be looked at: {}", file, e.getMessage());
        }
    }
}
