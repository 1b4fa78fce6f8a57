package io.docent;

import io.micronaut.core.io.ResourceLoader;
import io.micronaut.core.io.scan.ClassPathResourceLoader;
import java.io.InputStream;
import java.net.URL;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Micronaut's class path, but for how a file of settings is read from it: Micronaut opens the jar as a file system for each,
 * to know that it is no folder.
 *
 * @param all Micronaut's own
 */
record ClassPath(ClassPathResourceLoader all) implements ClassPathResourceLoader {

    @Override
    public Optional<InputStream> getResourceAsStream(String path) {
        return path.matches("(classpath:)?[\\w.-]+\\.(yml|yaml|properties|json)")
                ? Optional.ofNullable(getClassLoader().getResourceAsStream(path.replaceFirst("^classpath:", "")))
                : all.getResourceAsStream(path);
    }

    @Override
    public ClassLoader getClassLoader() {
        return all.getClassLoader();
    }

    @Override
    public Optional<URL> getResource(String path) {
        return all.getResource(path);
    }

    @Override
    public Stream<URL> getResources(String name) {
        return all.getResources(name);
    }

    @Override
    public boolean supportsPrefix(String path) {
        return all.supportsPrefix(path);
    }

    @Override
    public ResourceLoader forBase(String basePath) {
        return all.forBase(basePath);
    }
}
