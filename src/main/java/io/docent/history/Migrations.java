package io.docent.history;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.jdbc.DataSourceResolver;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the tables up to date before anybody uses them. Flyway takes a sixth of a start to find out that there is nothing to
 * do, so its own table is asked first.
 */
@Singleton
@Requires(property = "datasources.default.url")
final class Migrations implements BeanCreatedEventListener<DataSource> {

    /** All there are, in {@code db/migration}; whoever adds one names it here. */
    static final List<String> SCRIPTS =
            List.of("V1__history.sql", "V2__models.sql", "V3__claim.sql", "V4__gaps.sql", "V5__replicas.sql");

    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

    private final DataSourceResolver resolver;

    Migrations(@Nullable DataSourceResolver resolver) {
        this.resolver = resolver == null ? DataSourceResolver.DEFAULT : resolver;
    }

    @Override
    public DataSource onCreated(BeanCreatedEvent<DataSource> event) {
        DataSource source = resolver.resolve(event.getBean());
        if (!isCurrent(source)) {
            Flyway.configure().dataSource(source).load().migrate();
        }
        return event.getBean();
    }

    /** Whether each script that there is was run, and no other: what else there may be, Flyway judges. */
    private static boolean isCurrent(DataSource source) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet done = statement.executeQuery(
                        "select \"script\" from \"flyway_schema_history\" where \"success\" = true"
                                + " and \"version\" is not null order by \"installed_rank\"")) {
            for (String script : SCRIPTS) {
                if (!done.next() || !script.equals(done.getString(1))) {
                    return false;
                }
            }
            return !done.next();
        } catch (SQLException e) {
            LOG.debug("There is no table of migrations yet, or it cannot be read", e);
            return false;
        }
    }
}
