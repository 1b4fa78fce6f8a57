package io.docent.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxEnvironmentTest {

    @TempDir
    private Path place;

    @Test
    void aModelIsReadToTheEndWhileTheProcessExits() throws Exception {
        Path said = place.resolve("said");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName())
                .directory(place.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(Files.readString(said)).contains("embedded 384 numbers");
        assertThat(process.exitValue()).isZero();
    }

    /** Exits as soon as the library is there, and reads a model that is loaded only then. */
    static final class Child {

        private Child() {}

        public static void main(String[] arguments) {
            OnnxEnvironment.get();
            Runtime.getRuntime().addShutdownHook(new Thread(Child::embed));
            System.exit(0);
        }

        private static void embed() {
            try {
                TimeUnit.SECONDS.sleep(1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            var model = new EmbeddingModels().inProcess(new EmbeddingSettings("all-minilm-l6-v2-q"));
            System.out.printf(
                    "embedded %d numbers%n", model.embedTokens("Last words.").whole().length);
        }
    }
}
