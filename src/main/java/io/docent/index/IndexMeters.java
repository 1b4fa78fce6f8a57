package io.docent.index;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.util.function.ToDoubleFunction;

/** How much there is, looked up whenever somebody asks for the metrics. */
@Singleton
final class IndexMeters {

    private final PassageIndex index;
    private final MeterRegistry meters;

    IndexMeters(PassageIndex index, MeterRegistry meters) {
        this.index = index;
        this.meters = meters;
    }

    @EventListener
    void onStartup(ServerStartupEvent event) {
        Gauge.builder(
                        "docent.documents",
                        () -> count(search -> search.documents("", 0, 0).total()))
                .description("Documents that questions are answered from")
                .register(meters);
        Gauge.builder("docent.passages", () -> count(PassageSearch::size))
                .description("Passages that questions are answered from")
                .register(meters);
    }

    /** Not a number where the index cannot be read: then it is not known. */
    private double count(ToDoubleFunction<PassageSearch> what) {
        try (PassageSearch search = index.search()) {
            return what.applyAsDouble(search);
        } catch (IndexException e) {
            return Double.NaN;
        }
    }
}
