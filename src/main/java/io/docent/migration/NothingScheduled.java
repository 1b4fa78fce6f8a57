package io.docent.migration;

import io.docent.model.NamedEmbeddingModel;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.processor.ExecutableMethodProcessor;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.inject.ExecutableMethod;
import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.scheduling.processor.ScheduledMethodProcessor;
import jakarta.inject.Singleton;

/** Where something is moved, nothing of the service's own goes on beside it: nothing is erased, taken up or renewed. */
@Singleton
@Replaces(ScheduledMethodProcessor.class)
@Requires(env = NamedEmbeddingModel.ENVIRONMENT)
final class NothingScheduled implements ExecutableMethodProcessor<Scheduled> {

    @Override
    public void process(BeanDefinition<?> bean, ExecutableMethod<?, ?> method) {
        // Whatever it is, it is the service's.
    }
}
