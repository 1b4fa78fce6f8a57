package io.docent.command;

/** Tells how far something is, as often as somebody would want to read it. For one thread. */
final class Pace {

    private static final long NANOS = 2_000_000_000L;

    private final Terminal terminal;
    private long last = System.nanoTime() - NANOS;

    Pace(Terminal terminal) {
        this.terminal = terminal;
    }

    void progress(String text) {
        long now = System.nanoTime();
        if (now - last >= NANOS) {
            terminal.progress(text);
            last = now;
        }
    }
}
