package io.docent.bench.hello;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.runtime.Micronaut;

/** Says hello. */
@Controller("/bench-hello")
final class Hello {

    public static void main(String[] arguments) {
        Micronaut.build(arguments).banner(false).start();
    }

    @Get(produces = MediaType.TEXT_PLAIN)
    String hello() {
        return "hello";
    }
}
