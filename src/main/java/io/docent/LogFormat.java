package io.docent;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.exceptions.ConfigurationException;
import java.util.List;
import java.util.Locale;

/**
 * How the log is written ({@code docent.log.format}). The log begins before anything else does, so the setting is looked for
 * by hand, in the environment and on the command line; a file of settings comes too late for it.
 */
@Context
final class LogFormat {

    private static final String SETTING = "docent.log.format";

    private static final List<String> ALLOWED = List.of("text", "json");

    LogFormat(@Value("${docent.log.format:text}") String format) {
        if (!ALLOWED.contains(format)) {
            throw new ConfigurationException(
                    SETTING + " is '" + format + "'; allowed are " + String.join(" and ", ALLOWED));
        }
    }

    /** For a command, whose output is its result: trouble alone, and beside it. */
    static void quietly() {
        System.setProperty("docent.log.target", "System.err");
        System.setProperty("docent.log.level", "warn");
    }

    /** Before the first line is logged. What is not allowed is logged as text, and refused in time. */
    static void find(String... arguments) {
        String format = System.getenv(SETTING.replace('.', '_').toUpperCase(Locale.ROOT));
        for (String argument : arguments) {
            String setting = argument.replaceFirst("^--?", "");
            if (setting.startsWith(SETTING + "=")) {
                format = setting.substring(SETTING.length() + 1);
            }
        }
        if (format != null) {
            System.setProperty("docent.log.appender", ALLOWED.contains(format) ? format : "text");
        }
    }
}
