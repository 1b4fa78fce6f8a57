package io.docent.channel.http.page;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.time.Duration;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** Lets answers come as slowly as a large model writes them. */
@Requires(property = "docent.test.pause")
@ServerFilter("/api/chat/stream")
class SlowAnswers {

    private final Duration pause;

    SlowAnswers(@Value("${docent.test.pause}") Duration pause) {
        this.pause = pause;
    }

    @ResponseFilter
    void delay(MutableHttpResponse<?> response) {
        if (response.body() instanceof Publisher<?> events) {
            response.body(Flux.from(events).delayElements(pause));
        }
    }
}
