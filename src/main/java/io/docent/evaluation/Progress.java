package io.docent.evaluation;

import java.io.PrintStream;
import java.time.Duration;

/** Tells on the console how far an evaluation is, but not too often. For any thread. */
final class Progress {

    private static final long EVERY = Duration.ofSeconds(5).toNanos();

    private final PrintStream out;
    private long last = System.nanoTime();

    Progress(PrintStream out) {
        this.out = out;
    }

    synchronized void say(String line) {
        out.println(line);
        out.flush();
    }

    synchronized void tell(String set, String what, int done, int total) {
        long now = System.nanoTime();
        if (now - last >= EVERY) {
            last = now;
            say("%s: %,d of %,d %s".formatted(set, done, total, what));
        }
    }
}
