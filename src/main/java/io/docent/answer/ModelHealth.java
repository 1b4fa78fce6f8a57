package io.docent.answer;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import java.util.Map;
import org.reactivestreams.Publisher;

/**
 * Whether the language model answers, as far as the questions so far tell: nothing is sent to find out. Without it the
 * documents are quoted, so that it is never a reason to take the service away: readiness tells it and stays 200.
 */
@Singleton
final class ModelHealth implements HealthIndicator {

    /** It still answers: above UP, so that it is seen in the status of the whole, and below DOWN. */
    private static final HealthStatus DEGRADED =
            new HealthStatus("DEGRADED", "answers are quoted, since the language model fails", null, 500);

    private final ModelWriter model;

    ModelHealth(ModelWriter model) {
        this.model = model;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        boolean fails = model.isOn() && !model.isAvailable();
        return Publishers.just(HealthResult.builder("languageModel", fails ? DEGRADED : HealthStatus.UP)
                .details(Map.of("model", model.isOn() ? model.label() : "none"))
                .build());
    }
}
