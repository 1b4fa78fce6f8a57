package io.docent;

import io.micronaut.runtime.Micronaut;

/** Starts the service. */
public final class Application {

    private Application() {}

    public static void main(String[] arguments) {
        Micronaut.build(arguments)
                .mainClass(Application.class)
                .eagerInitConfiguration(true)
                .eagerInitSingletons(true)
                .banner(false)
                .start();
    }
}
