package io.docent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What the jar is made of: {@code docs/dependencies.md} has every library that somebody looked at, with its licence, and the
 * build stops for any other. The head of that file has the command that writes it anew.
 */
class SupplyIT {

    private static final Path LIST = Path.of("docs/dependencies.md");

    private static final String HEAD = """
            # Libraries

            What the jar is made of, with versions and licences as each library states them; `META-INF/sbom/docent.cdx.json` in
            the jar has the same for machines (CycloneDX). The build stops for a library that is not here:
            `mvn verify -Dit.test=SupplyIT -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false -Ddependencies=apply`
            writes the list anew, and the difference is what to look at before it is committed.

            | Library | Version | Licence |
            |---|---|---|
            """;

    /** None of these may be combined with a work under the Apache License without asking for more. */
    private static final Pattern STRICT = Pattern.compile("(?i)\\b(a?gpl|sspl|busl|commons clause|proprietary)\\b");

    private static JsonNode bom() throws IOException {
        try (JarFile jar = new JarFile(PackagedService.jar().toFile());
                InputStream in = jar.getInputStream(jar.getEntry("META-INF/sbom/docent.cdx.json"))) {
            return new ObjectMapper().readTree(in);
        }
    }

    private static Set<String> libraries() throws IOException {
        Set<String> libraries = new TreeSet<>();
        for (JsonNode component : bom().get("components")) {
            libraries.add("| %s:%s | %s | %s |"
                    .formatted(
                            component.get("group").asText(),
                            component.get("name").asText(),
                            component.get("version").asText(),
                            licences(component)));
        }
        return libraries;
    }

    private static String licences(JsonNode component) {
        Set<String> names = new TreeSet<>();
        component.path("licenses").forEach(choice -> {
            JsonNode licence = choice.path("license");
            names.add(
                    choice.has("expression")
                            ? choice.get("expression").asText()
                            : licence.path("id").asText(licence.path("name").asText()));
        });
        return String.join(" or ", names).replace("|", "/");
    }

    @Test
    void nothingIsInTheJarThatNobodyLookedAt() throws IOException {
        Set<String> libraries = libraries();
        if ("apply".equals(System.getProperty("dependencies"))) {
            Files.writeString(LIST, HEAD + String.join("\n", libraries) + "\n");
        }

        Set<String> known = new TreeSet<>(Files.readAllLines(LIST).stream()
                .filter(line -> line.startsWith("| ") && line.contains(":"))
                .toList());

        assertThat(libraries).hasSizeGreaterThan(50);
        assertThat(libraries)
                .as("libraries and docs/dependencies.md; -Ddependencies=apply writes it anew, see there")
                .isEqualTo(known);
    }

    @Test
    void everyLibraryHasALicenceThatAllowsThisOne() throws IOException {
        assertThat(libraries())
                .allSatisfy(library -> assertThat(library).doesNotEndWith("|  |"))
                .filteredOn(library -> STRICT.matcher(library).find())
                .allSatisfy(library -> assertThat(library).containsPattern("(?i)\\bor\\b|classpath"));
    }

    @Test
    void theBillOfMaterialsNamesWhatItIsOf() throws IOException {
        JsonNode bom = bom();

        assertThat(bom.get("bomFormat").asText()).isEqualTo("CycloneDX");
        assertThat(bom.at("/metadata/component/name").asText()).isEqualTo("docent");
        assertThat(bom.get("components").get(0).get("purl").asText()).startsWith("pkg:maven/");
        assertThat(bom.get("components").get(0).get("hashes")).isNotEmpty();
    }
}
