package io.docent;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LogTest {

    @Test
    void saysWhereAnUnforeseenErrorCameFrom() throws JoranException {
        String logged = logged(new IllegalStateException("on top", new IllegalArgumentException("beneath")));

        assertThat(logged.lines().toList())
                .hasSizeBetween(5, 70)
                .element(0)
                .asString()
                .endsWith("ERROR It failed");
        assertThat(logged)
                .contains("IllegalArgumentException: beneath", "IllegalStateException: on top")
                .contains("at " + LogTest.class.getName() + ".saysWhereAnUnforeseenErrorCameFrom");
    }

    @Test
    void isOneLineWhereNothingWasThrown() throws JoranException {
        assertThat(logged(null).lines()).singleElement().asString().endsWith("ERROR It failed");
    }

    /** As it is configured in the jar. */
    private static String logged(@Nullable Throwable error) throws JoranException {
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(Objects.requireNonNull(LogTest.class.getResource("/logback.xml")));
        try {
            Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
            ILoggingEvent event =
                    new LoggingEvent(LogTest.class.getName(), root, Level.ERROR, "It failed", error, null);
            var appender = (ConsoleAppender<ILoggingEvent>) root.getAppender("text");
            return new String(appender.getEncoder().encode(event), StandardCharsets.UTF_8);
        } finally {
            context.stop();
        }
    }
}
