package io.docent.channel.http;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The files of the page, under one address that changes whenever one of them does: scripts import each other by relative
 * paths, so that all of them are of one version, and a browser may keep each for ever. For any thread.
 */
@Singleton
final class Assets {

    private static final String FOLDER = "/public";
    private static final String PAGE = "index.html";

    private final Map<String, byte[]> files;
    private final Libraries libraries;
    private final String hash;
    private final byte[] page;

    Assets(Libraries libraries) {
        this.libraries = libraries;
        files = read();
        hash = hash(files, libraries);
        String html = new String(files.getOrDefault(PAGE, new byte[0]), StandardCharsets.UTF_8);
        page = html.replace("{{assets}}", "/assets/" + hash).getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> read() {
        try {
            URL page = Objects.requireNonNull(Assets.class.getResource(FOLDER + "/" + PAGE));
            return page.openConnection() instanceof JarURLConnection jar
                    ? read(jar.getJarFile())
                    : read(Path.of(page.toURI()).resolveSibling("").toAbsolutePath());
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("the page's files cannot be read: " + e.getMessage(), e);
        }
    }

    /** Not as a file system, which knows every one of its entries by its parts first. It stays open: the JVM shares it. */
    private static Map<String, byte[]> read(JarFile jar) throws IOException {
        String folder = FOLDER.substring(1) + "/";
        Map<String, byte[]> read = new TreeMap<>();
        for (Iterator<JarEntry> entries = jar.entries().asIterator(); entries.hasNext(); ) {
            JarEntry entry = entries.next();
            if (entry.getName().startsWith(folder) && !entry.isDirectory()) {
                try (InputStream in = jar.getInputStream(entry)) {
                    read.put(entry.getName().substring(folder.length()), in.readAllBytes());
                }
            }
        }
        return read;
    }

    private static Map<String, byte[]> read(Path folder) throws IOException {
        Map<String, byte[]> read = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path file : paths.filter(Files::isRegularFile).toList()) {
                read.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return read;
    }

    private static String hash(Map<String, byte[]> files, Libraries libraries) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(libraries.versions().getBytes(StandardCharsets.UTF_8));
            files.forEach((path, bytes) -> {
                digest.update(path.getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            });
            return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** What changes when a file of the page does. */
    String hash() {
        return hash;
    }

    /** The page itself, whichever view of it is asked for. */
    Asset page() {
        return Asset.of(PAGE, page);
    }

    /** A file of this version of the page; empty where there is none. */
    Optional<Asset> find(String version, String path) {
        if (!version.equals(hash) || path.equals(PAGE)) {
            return Optional.empty();
        }
        byte[] bytes = files.get(path);
        return bytes == null ? library(path) : Optional.of(Asset.of(path, bytes));
    }

    private Optional<Asset> library(String path) {
        try (InputStream in = libraries.open(path)) {
            return in == null ? Optional.empty() : Optional.of(Asset.of(path, in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException("a library of the page cannot be read: " + path, e);
        }
    }
}
