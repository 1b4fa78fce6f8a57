package io.docent.channel.openai;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** Answers a request that is refused. */
@Singleton
@Produces(MediaType.APPLICATION_JSON)
final class RefusedHandler implements ExceptionHandler<RefusedException, HttpResponse<?>> {

    @Override
    @SuppressWarnings("rawtypes") // as the interface has it
    public HttpResponse<?> handle(HttpRequest request, RefusedException refused) {
        return HttpResponse.status(refused.status()).body(refused.error()).contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
