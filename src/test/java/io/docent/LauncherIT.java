package io.docent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** The jar on a Java that is too old for it. */
class LauncherIT {

    private static final int CLASSES_OF_JAVA_8 = 52;

    @Test
    void anyJavaCanRunWhatTheJarStarts() throws IOException {
        try (JarFile jar = new JarFile(PackagedService.jar().toFile())) {
            String main = jar.getManifest().getMainAttributes().getValue("Main-Class");
            var entry = jar.getJarEntry(main.replace('.', '/') + ".class");
            try (DataInputStream header = new DataInputStream(jar.getInputStream(entry))) {
                header.readInt();
                assertThat(header.readInt()).isEqualTo(CLASSES_OF_JAVA_8);
            }
        }
    }

    @Test
    void oneThatIsTooOldIsToldWhichIsNeeded() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        PackagedService.java(),
                        "-Djava.specification.version=1.8",
                        "-jar",
                        PackagedService.jar().toString())
                .redirectErrorStream(true)
                .start();

        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(said)
                .contains("Docent needs Java 25 or newer; this is Java 1.8 in ")
                .doesNotContain("Exception");
        assertThat(process.waitFor()).isEqualTo(1);
    }
}
