package io.docent;

import io.docent.command.Commands;
import io.docent.index.IndexException;
import io.docent.model.Loading;
import io.micronaut.context.env.Environment;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.io.scan.ClassPathResourceLoader;
import io.micronaut.runtime.Micronaut;
import java.net.BindException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Starts the service, or runs a command. */
public final class Application {

    /** H2's codes for a file that it cannot read: FILE_CORRUPTED_1, FILE_VERSION_ERROR_1 and IO_EXCEPTION_2. */
    private static final Set<Integer> H2_UNREADABLE = Set.of(90030, 90048, 90031);

    private Application() {}

    public static void main(String[] arguments) {
        boolean isCommand = Commands.isMeant(arguments);
        LogFormat.find(arguments);
        if (isCommand) {
            LogFormat.quietly();
        }
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        PackagedServices.use();
        if (isCommand) {
            int code = Commands.run(arguments);
            Loading.await();
            System.exit(code);
        }
        Loading.ahead();
        new Start()
                .args(Commands.isServing(arguments) ? Arrays.copyOfRange(arguments, 1, arguments.length) : arguments)
                .mainClass(Application.class)
                // Settings are checked at the start; what nobody has asked for yet can wait.
                .eagerInitConfiguration(true)
                .bootstrapEnvironment(false)
                .banner(false)
                .start();
    }

    /** Micronaut's own ends the process with a stack trace. */
    private static final class Start extends Micronaut {

        @Override
        public ClassPathResourceLoader getResourceLoader() {
            return new ClassPath(super.getResourceLoader());
        }

        @Override
        protected void handleStartupException(Environment environment, Throwable failure) {
            tell(failure);
            Loading.await();
            System.exit(1);
        }
    }

    /** One line for what an operator can mend; everything for what only a developer can. */
    private static void tell(Throwable failure) {
        Logger log = LoggerFactory.getLogger(Application.class);
        ConfigurationException setting = cause(failure, ConfigurationException.class);
        IndexException index = cause(failure, IndexException.class);
        if (setting != null) {
            log.error("Docent cannot start: {}", setting.getMessage());
        } else if (index != null) {
            log.error("Docent cannot start: {}", index.getMessage());
        } else if (cause(failure, BindException.class) != null) {
            log.error("Docent cannot start: its port is in use by another process;"
                    + " stop that one, or set MICRONAUT_SERVER_PORT to another port");
        } else if (cause(failure, SQLException.class) != null) {
            log.error("Docent cannot start: {}", database(Objects.requireNonNull(cause(failure, SQLException.class))));
        } else {
            log.error("Docent cannot start", failure);
        }
    }

    /** A file that is damaged is set aside before; this one is of another version of H2, or on a disk that fails. */
    private static String database(SQLException failure) {
        String problem =
                String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        return H2_UNREADABLE.contains(failure.getErrorCode())
                ? "the database of conversations cannot be read (" + problem
                        + "). Nothing in it was changed. Put back a copy of history.mv.db in the data folder, or move it"
                        + " away to begin without conversations and feedback; the documents are not in it"
                : "its database cannot be used (" + problem
                        + "); see datasources.default.url, and that its server runs";
    }

    /** The innermost cause of a kind. */
    private static <T extends Throwable> @Nullable T cause(Throwable failure, Class<T> kind) {
        T found = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                found = kind.cast(cause);
            }
        }
        return found;
    }
}
