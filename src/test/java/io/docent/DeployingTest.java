package io.docent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** Holds what the documentation offers for deploying to what there is. */
class DeployingTest {

    private static final Pattern VARIABLE = Pattern.compile("\\b(?:DOCENT|MICRONAUT|DATASOURCES)_[A-Z_]*[A-Z]\\b");

    /** What is no setting of the service: the compose file's own, and the command line's. */
    private static final Set<String> OTHER = Set.of("DOCENT_DOCUMENTS", "DOCENT_MODEL", "DOCENT_TOKEN");

    /** What the Compose Specification has of what a service may say; a misspelt key is not among them. */
    private static final Set<String> SERVICE_KEYS = Set.of(
            "build",
            "image",
            "restart",
            "ports",
            "environment",
            "volumes",
            "depends_on",
            "healthcheck",
            "read_only",
            "tmpfs",
            "cap_drop",
            "security_opt",
            "entrypoint",
            "command");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "docs/compose.yaml",
                "docs/docent.service",
                "docs/deploying.md",
                "docs/cli.md",
                "docs/monitoring.md",
                "Dockerfile"
            })
    void everyVariableIsASetting(String file) throws IOException {
        Set<String> settings = variables("docs/configuration.md");

        Set<String> named = variables(file);

        named.removeAll(OTHER);
        assertThat(named).isNotEmpty();
        assertThat(settings).containsAll(named);
    }

    private static Set<String> variables(String file) throws IOException {
        Set<String> variables = new TreeSet<>();
        for (Matcher variable = VARIABLE.matcher(Files.readString(Path.of(file))); variable.find(); ) {
            variables.add(Objects.requireNonNull(variable.group()));
        }
        return variables;
    }

    @Test
    @SuppressWarnings("unchecked") // YAML has no types
    void theComposeFileHoldsTogether() throws IOException {
        Map<String, Map<String, Object>> compose = new Yaml().load(Files.readString(Path.of("docs/compose.yaml")));
        Map<String, Object> services = Objects.requireNonNull(compose.get("services"));
        Set<String> volumes = Objects.requireNonNull(compose.get("volumes")).keySet();

        assertThat(compose.keySet()).isEqualTo(Set.of("services", "volumes"));
        assertThat(services.keySet()).contains("docent", "ollama");
        services.values().forEach(each -> {
            Map<String, Object> service = (Map<String, Object>) each;
            assertThat(SERVICE_KEYS).containsAll(service.keySet());
            Map<String, Object> needed = (Map<String, Object>) service.getOrDefault("depends_on", Map.of());
            assertThat(services.keySet()).containsAll(needed.keySet());
            for (String volume : (List<String>) service.getOrDefault("volumes", List.of())) {
                String from = volume.substring(0, volume.indexOf(':'));
                assertThat(from.startsWith("$") || volumes.contains(from))
                        .as(volume)
                        .isTrue();
            }
        });
        Map<String, Object> docent = (Map<String, Object>) Objects.requireNonNull(services.get("docent"));
        assertThat((Map<String, String>) docent.get("environment")).containsEntry("DOCENT_LLM_PROVIDER", "ollama");
        assertThat((List<String>) docent.get("ports")).containsExactly("127.0.0.1:8080:8080");
    }

    @Test
    void systemdFindsNothingWrongWithTheUnit(@TempDir Path folder) throws IOException, InterruptedException {
        // It looks whether the program is there.
        String unit = Files.readString(Path.of("docs/docent.service")).replace("/opt/docent/jdk/bin/java", "/bin/true");
        Path file = Files.writeString(folder.resolve("docent.service"), unit);
        Process verify;
        try {
            verify = new ProcessBuilder("systemd-analyze", "verify", file.toString())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            Assumptions.abort("The unit was not verified, since this machine has no systemd-analyze");
            return;
        }

        String said = new String(verify.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(verify.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(said).doesNotContain("docent.service");
        assertThat(verify.exitValue()).as(said).isZero();
    }
}
