package io.docent.channel.slack;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Sees what comes from Slack as soon as its head is read. */
@ServerFilter("/slack/**")
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RushFilter {

    private final Rush rush;

    RushFilter(Rush rush) {
        this.rush = rush;
    }

    @RequestFilter
    void filter() {
        rush.seen();
    }
}
