package io.docent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

class PackagedServicesIT {

    private static final String SERVICES = "META-INF/micronaut/";

    /** A bean that the list in the jar lacked would not be there. */
    @Test
    void everyServiceOfTheJarIsListedInIt() throws IOException {
        try (JarFile jar = new JarFile(PackagedService.jar().toFile())) {
            List<String> there = jar.stream()
                    .filter(entry -> entry.getName().startsWith(SERVICES) && !entry.isDirectory())
                    .map(entry -> entry.getName().substring(SERVICES.length()))
                    .toList();
            try (InputStream list = jar.getInputStream(jar.getEntry(PackagedServices.LIST))) {
                assertThat(new String(list.readAllBytes(), StandardCharsets.UTF_8).lines())
                        .hasSizeGreaterThan(500)
                        .containsExactlyInAnyOrderElementsOf(there);
            }
        }
    }
}
