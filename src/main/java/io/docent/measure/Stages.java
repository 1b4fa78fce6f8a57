package io.docent.measure;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Measures steps. For any thread; a step costs well under a microsecond where tracing is off. */
@Singleton
public final class Stages {

    /** From what one embedding takes to what a slow model does. */
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(1),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2_500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofMinutes(1),
        Duration.ofMinutes(3)
    };

    private final Map<Stage, Timer> timers = new EnumMap<>(Stage.class);
    private final Tracer tracer;

    Stages(MeterRegistry meters, Optional<OpenTelemetry> telemetry) {
        for (Stage stage : Stage.values()) {
            timers.put(
                    stage,
                    timer("docent.stage.duration", "What the steps of an answer take")
                            .tag("stage", stage.label())
                            .register(meters));
        }
        tracer = telemetry.orElseGet(OpenTelemetry::noop).getTracer("io.docent");
    }

    /** For what is made by hand: measured, and told nobody. */
    public static Stages untold() {
        return new Stages(new SimpleMeterRegistry(), Optional.empty());
    }

    /** A timer with the buckets that all times of Docent have. */
    public static Timer.Builder timer(String name, String description) {
        return Timer.builder(name).description(description).serviceLevelObjectives(BUCKETS);
    }

    /** Does a step, and measures it whether it succeeds or not. */
    @SuppressWarnings("try") // the scope is only there to be closed
    public <T, E extends Exception> T time(Stage stage, Step<T, E> step) throws E {
        Span span = tracer.spanBuilder("docent." + stage.label()).startSpan();
        long start = System.nanoTime();
        try (Scope current = span.makeCurrent()) {
            return step.run();
        } catch (Exception e) {
            // Its kind alone: a message may have what somebody asked.
            span.setStatus(StatusCode.ERROR, e.getClass().getSimpleName());
            throw e;
        } finally {
            timer(stage).record(Duration.ofNanos(System.nanoTime() - start));
            span.end();
        }
    }

    private Timer timer(Stage stage) {
        Timer timer = timers.get(stage);
        if (timer == null) {
            throw new IllegalStateException("every stage has a timer");
        }
        return timer;
    }

    /** What is measured. */
    @FunctionalInterface
    public interface Step<T, E extends Exception> {

        T run() throws E;
    }
}
