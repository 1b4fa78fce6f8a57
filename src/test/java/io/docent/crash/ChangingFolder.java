package io.docent.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** A folder whose files are added, changed, renamed and deleted. */
final class ChangingFolder {

    private static final int FEWEST = 10;
    private static final int MOST = 40;
    private static final List<String> ENDINGS = List.of(".txt", ".md", ".html");

    private final Path folder;
    private final Shelf shelf;
    private final Map<String, Version> files = new TreeMap<>();
    private final Set<String> steady = new HashSet<>();
    private int names;

    ChangingFolder(Path folder, Shelf shelf) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.shelf = shelf;
    }

    Path path() {
        return folder;
    }

    /** By the path relative to the folder. */
    Map<String, Version> files() {
        return files;
    }

    /** Adds a file that stays as it is. */
    void keep(String name, Version version) throws IOException {
        shelf.keep(version);
        write(name, version);
        steady.add(name);
    }

    void change(Random random) throws IOException {
        int kind = random.nextInt(10);
        if (files.size() < FEWEST || (kind < 3 && files.size() < MOST)) {
            String name = newName(random);
            write(name, shelf.next(name, random));
        } else if (kind < 7) {
            String name = some(random);
            write(name, shelf.next(name, random));
        } else if (kind < 9) {
            rename(some(random), random);
        } else {
            String name = some(random);
            Files.delete(folder.resolve(name));
            files.remove(name);
        }
    }

    private String newName(Random random) {
        String place = random.nextBoolean() ? "" : "below/";
        return place + "file " + ++names + ENDINGS.get(random.nextInt(ENDINGS.size()));
    }

    private String some(Random random) {
        List<String> names =
                files.keySet().stream().filter(name -> !steady.contains(name)).toList();
        return names.get(random.nextInt(names.size()));
    }

    /** With one move, so that each file has at any time one of the versions. */
    private void write(String name, Version version) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Path hidden = Files.writeString(file.resolveSibling(".being-written"), version.content());
        Files.move(hidden, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        files.put(name, version);
    }

    private void rename(String name, Random random) throws IOException {
        String ending = name.substring(name.lastIndexOf('.'));
        String other = (random.nextBoolean() ? "" : "below/") + "renamed " + ++names + ending;
        Files.createDirectories(folder.resolve(other).getParent());
        Files.move(folder.resolve(name), folder.resolve(other), StandardCopyOption.ATOMIC_MOVE);
        files.put(other, files.remove(name));
    }
}
