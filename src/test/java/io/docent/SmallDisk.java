package io.docent;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A file system of a few megabytes (Linux: a tmpfs in a mount namespace of its own), seen by the processes that are started
 * in it; it is gone with the last of them.
 */
final class SmallDisk implements AutoCloseable {

    private static final List<String> NAMESPACE = List.of("unshare", "--user", "--map-root-user", "--mount");

    private final Path folder;
    private final Process holder;

    /**
     * Mounts it.
     *
     * @param folder to mount it on; made where it is missing
     */
    SmallDisk(Path folder, int megabytes) throws IOException {
        this.folder = Files.createDirectories(folder).toRealPath();
        String mount = "mount -t tmpfs -o size=" + megabytes + "m tmpfs \"$0\" && echo mounted && exec sleep infinity";
        holder = process(NAMESPACE, "sh", "-c", mount, this.folder.toString()).start();
        BufferedReader told = holder.inputReader();
        String first = told.readLine();
        if (!"mounted".equals(first)) {
            throw new IOException("nothing was mounted: " + first);
        }
    }

    private static ProcessBuilder process(List<String> before, String... command) {
        List<String> whole = new java.util.ArrayList<>(before);
        whole.addAll(List.of(command));
        return new ProcessBuilder(whole).redirectErrorStream(true);
    }

    /** Whether this machine lets a process have mounts of its own. */
    static boolean isPossible() throws InterruptedException {
        try {
            return process(NAMESPACE, "sh", "-c", "mount -t tmpfs tmpfs /mnt && command -v nsenter")
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** What to put before a command so that it sees the file system. */
    List<String> within() {
        return List.of(
                "nsenter", "--target", String.valueOf(holder.pid()), "--user", "--preserve-credentials", "--mount");
    }

    /** Writes until nothing more fits, and gives the file back to be deleted. */
    Path fill() throws IOException {
        Path filler = seen().resolve("filler");
        try (OutputStream out = Files.newOutputStream(filler)) {
            byte[] some = new byte[4_096];
            while (true) {
                out.write(some);
            }
        } catch (IOException e) {
            if (!String.valueOf(e.getMessage()).contains("No space left")) {
                throw e;
            }
        }
        return filler;
    }

    /** The folder as this process, which is elsewhere, gets at it. */
    Path seen() {
        return Path.of("/proc", String.valueOf(holder.pid()), "root", folder.toString());
    }

    void makeReadOnly() throws IOException, InterruptedException {
        Process remount = process(within(), "mount", "-o", "remount,ro", folder.toString())
                .start();
        String told = new String(remount.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (remount.waitFor() != 0) {
            throw new IOException(told);
        }
    }

    @Override
    public void close() {
        holder.destroyForcibly();
    }
}
