package io.docent.channel.slack;

import io.docent.measure.Stages;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.time.Duration;

/**
 * Sees what comes from Slack as soon as its head is read, and how long it takes until it is acknowledged. Made at the start, so
 * that what it counts stands at zero from then on.
 */
@Context
@ServerFilter("/slack/**")
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class RushFilter {

    private static final String SEEN = "docent.slack.seen";

    private final Rush rush;
    private final Timer acknowledged;

    RushFilter(Rush rush, MeterRegistry meters) {
        this.rush = rush;
        this.acknowledged = Stages.timer(
                        "docent.slack.acknowledgement.duration",
                        "From the head of a request of Slack's to its acknowledgement, for which Slack waits 3 seconds")
                .register(meters);
    }

    @RequestFilter
    void filter(HttpRequest<?> request) {
        rush.seen();
        request.setAttribute(SEEN, System.nanoTime());
    }

    @ResponseFilter
    void acknowledge(HttpRequest<?> request) {
        request.getAttribute(SEEN, Long.class)
                .ifPresent(seen -> acknowledged.record(Duration.ofNanos(System.nanoTime() - seen)));
    }
}
