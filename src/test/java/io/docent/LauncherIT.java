package io.docent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
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
}
