package io.docent.measure;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.Set;

/** Brings what libraries meter to what Prometheus wants of names and help texts. */
@Factory
final class MeterFilters {

    /** Against its conventions, or only there with some garbage collectors. */
    private static final Set<String> LEFT_OUT =
            Set.of("process.cpu.time", "system.cpu.count", "jvm.gc.concurrent.phase.time");

    private static final String HTTP = "http.server.requests";

    @Singleton
    MeterFilter conventions() {
        return new MeterFilter() {
            @Override
            public MeterFilterReply accept(Meter.Id id) {
                return LEFT_OUT.contains(id.getName()) ? MeterFilterReply.DENY : MeterFilterReply.NEUTRAL;
            }

            @Override
            public Meter.Id map(Meter.Id id) {
                return id.getName().equals(HTTP)
                        ? new Meter.Id(
                                id.getName(),
                                Tags.of(id.getTags()),
                                id.getBaseUnit(),
                                "HTTP requests, by route",
                                id.getType())
                        : id;
            }
        };
    }
}
