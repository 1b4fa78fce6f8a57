package io.docent.index;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.util.Map;
import org.reactivestreams.Publisher;

/** Whether the index can be read. It may still be growing: what is in it already is answered from. */
@Singleton
@Readiness
final class IndexHealth implements HealthIndicator {

    private final PassageIndex index;

    IndexHealth(PassageIndex index) {
        this.index = index;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        HealthResult.Builder result = HealthResult.builder("index");
        try (PassageSearch search = index.search()) {
            result.status(HealthStatus.UP).details(Map.of("passages", search.size()));
        } catch (RuntimeException e) {
            result.status(HealthStatus.DOWN).exception(e);
        }
        return Publishers.just(result.build());
    }
}
