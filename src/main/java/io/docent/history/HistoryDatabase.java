package io.docent.history;

import io.docent.data.DataFolder;
import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;

/**
 * Puts the embedded database into the data folder where no other is set, and not before that folder is this process's
 * own, so that a second process is told so in Docent's words.
 */
@Singleton
final class HistoryDatabase implements BeanCreatedEventListener<DatasourceConfiguration> {

    /** What {@code application.yml} has for the embedded database. */
    private static final String EMBEDDED = "jdbc:h2:embedded";

    private final DataFolder data;

    HistoryDatabase(DataFolder data) {
        this.data = data;
    }

    @Override
    public DatasourceConfiguration onCreated(BeanCreatedEvent<DatasourceConfiguration> event) {
        DatasourceConfiguration configuration = event.getBean();
        if (EMBEDDED.equals(configuration.getUrl())) {
            // Written at every commit: what was acknowledged survives a crash of this process.
            configuration.setUrl("jdbc:h2:file:" + data.resolve("history") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
        }
        return configuration;
    }
}
