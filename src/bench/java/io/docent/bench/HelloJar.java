package io.docent.bench;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The class path of the bare Micronaut service: a jar of its own and the libraries that it cannot do without. */
final class HelloJar {

    static final String MAIN = "io.docent.bench.hello.Hello";

    private static final String PACKAGE = "io/docent/bench/hello/";
    private static final String BEANS = "META-INF/micronaut/io.micronaut.inject.BeanDefinitionReference/";

    private static final String QUIET = "<configuration><root level=\"warn\"/></configuration>";

    private static final Pattern LIBRARY = Pattern.compile(
            "(micronaut-(http-server-netty|http-server|http-netty|http|buffer-netty|router|inject|core|core-reactive|aop"
                    + "|runtime|context|context-propagation|jackson-core|json-core|retry|serde-.*)|netty-.*|reactor-core|reactive-streams|slf4j-api"
                    + "|logback-.*|jackson-(core|annotations)|snakeyaml|jakarta.(annotation|inject)-api|jspecify)-[0-9].*\\.jar");

    private HelloJar() {}

    /** Makes the jar in a folder; the AOT cache wants jars, no folders. */
    static String classPath(Path folder) throws IOException {
        List<Path> all = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
        Path classes = all.stream()
                .filter(path -> Files.isDirectory(path.resolve(PACKAGE)))
                .findFirst()
                .orElseThrow();
        Path jar = folder.resolve("hello.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            // Beans are looked for in folders, which have to be there themselves.
            for (String each : List.of("META-INF/", "META-INF/micronaut/", BEANS)) {
                out.putNextEntry(new JarEntry(each));
            }
            out.putNextEntry(new JarEntry("logback.xml"));
            out.write(QUIET.getBytes(StandardCharsets.UTF_8));
            add(classes, classes.resolve(PACKAGE), "", out);
            add(classes, classes.resolve(BEANS), PACKAGE.replace('/', '.'), out);
        }
        return Stream.concat(
                        Stream.of(jar),
                        all.stream()
                                .filter(path -> LIBRARY.matcher(String.valueOf(path.getFileName()))
                                        .matches()))
                .map(Path::toString)
                .reduce((one, other) -> one + File.pathSeparator + other)
                .orElseThrow();
    }

    private static void add(Path classes, Path folder, String start, JarOutputStream out) throws IOException {
        for (Path file : Folders.files(folder)) {
            if (file.getFileName().toString().startsWith(start)) {
                out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
    }
}
