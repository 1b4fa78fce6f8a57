package io.docent.history;

import com.zaxxer.hikari.SQLExceptionOverride;
import io.docent.data.DataFolder;
import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the embedded database into the data folder where no other is set, and not before that folder is this process's
 * own, so that a second process is told so in Docent's words. A file that is damaged is set aside, and the history begins
 * anew.
 */
@Singleton
final class HistoryDatabase implements BeanCreatedEventListener<DatasourceConfiguration> {

    /** What {@code application.yml} has for the embedded database. */
    private static final String EMBEDDED = "jdbc:h2:embedded";

    private static final String ENDING = ".mv.db";

    /** H2's codes (org.h2.api.ErrorCode) for a wrong password and for a file of another version of H2. */
    private static final Set<Integer> NO_DAMAGE = Set.of(28000, 90048);

    /** H2 makes 20 KB of a database that a kill left without any table. */
    private static final long LARGEST_EMPTY = 32 << 10;

    private static final Logger LOG = LoggerFactory.getLogger(HistoryDatabase.class);

    private final DataFolder data;

    HistoryDatabase(DataFolder data) {
        this.data = data;
    }

    @Override
    public DatasourceConfiguration onCreated(BeanCreatedEvent<DatasourceConfiguration> event) {
        DatasourceConfiguration configuration = event.getBean();
        if (EMBEDDED.equals(configuration.getUrl())) {
            Path file = data.resolve("history" + ENDING);
            if (Files.exists(file)) {
                look(file, configuration);
            }
            // Written at every commit: what was acknowledged survives a crash of this process.
            configuration.setUrl(url(file) + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
            configuration.setExceptionOverride(new Closed());
        }
        return configuration;
    }

    private void look(Path file, DatasourceConfiguration configuration) {
        try {
            long bytes = Files.size(file);
            if (bytes == 0) {
                // As a full disk or a failed copy leaves it; H2 would say nothing.
                LOG.warn(
                        "The database of conversations {} has no bytes; it begins anew. Stop Docent and put back a copy"
                                + " where there should be conversations.",
                        file);
                return;
            }
            String damage = damage(file, bytes, configuration);
            if (damage != null) {
                setAside(file, damage);
            }
        } catch (IOException e) {
            LOG.warn("The database of conversations {} cannot be looked at: {}", file, e.getMessage());
        }
    }

    /** Only read, since H2 leaves out of what it opens to be written whatever it cannot read, up to everything, and says nothing. */
    private static @Nullable String damage(Path file, long bytes, DatasourceConfiguration configuration) {
        try (Connection connection = DriverManager.getConnection(
                        url(file) + ";ACCESS_MODE_DATA=r", configuration.getUsername(), configuration.getPassword());
                ResultSet tables = connection.getMetaData().getTables(null, "PUBLIC", null, null)) {
            return tables.next() || bytes <= LARGEST_EMPTY ? null : "nothing in it can be read";
        } catch (SQLException e) {
            return NO_DAMAGE.contains(e.getErrorCode()) || isOfTheDisk(e) ? null : "H2's error " + e.getErrorCode();
        }
    }

    /** A disk that is full or fails says nothing of the file, which is not opened here without being written to. */
    private static boolean isOfTheDisk(SQLException failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root instanceof IOException && !(root instanceof EOFException);
    }

    private static void setAside(Path file, String damage) throws IOException {
        String now =
                LocalDateTime.now(ZoneId.systemDefault()).format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS"));
        Path aside = file.resolveSibling("history-damaged-" + now + ENDING);
        Files.move(file, aside);
        LOG.warn(
                "The database of conversations {} is damaged ({}) and was set aside as {}; conversations begin anew."
                        + " Stop Docent and put back a copy where there is one.",
                file,
                damage,
                aside);
    }

    /**
     * After a write that failed, on a full disk, H2 closes the database for every connection there is; only a new one opens
     * it again.
     */
    private static final class Closed implements SQLExceptionOverride {

        /** H2's DATABASE_IS_CLOSED. */
        private static final int CLOSED = 90098;

        @java.lang.Override
        public SQLExceptionOverride.Override adjudicate(SQLException failure) {
            return failure.getErrorCode() == CLOSED
                    ? SQLExceptionOverride.Override.MUST_EVICT
                    : SQLExceptionOverride.Override.CONTINUE_EVICT;
        }
    }

    private static String url(Path file) {
        String path = file.toString();
        return "jdbc:h2:file:" + path.substring(0, path.length() - ENDING.length());
    }
}
