package io.docent.command;

import java.io.PrintStream;
import picocli.CommandLine.Help.Ansi;

/**
 * Where a command prints: results to one stream, progress and trouble to the other, in colour where whoever reads it is at
 * a terminal. What documents and models say is printed without the controls by which it could do things to a terminal.
 */
final class Terminal {

    private static final String RESET = "\u001B[0m";

    private final PrintStream out;
    private final PrintStream err;
    private final boolean colour;
    private boolean onProgressLine;

    Terminal(PrintStream out, PrintStream err, boolean colour) {
        this.out = out;
        this.err = err;
        this.colour = colour;
    }

    /** The one this process has. Without colours where NO_COLOR is set or the output goes to a file or a pipe. */
    static Terminal ofProcess() {
        return new Terminal(System.out, System.err, Ansi.AUTO.enabled());
    }

    /** Letters and line ends alone: no escape sequences, no controls that reorder what is around them. */
    static String plain(String text) {
        return text.replaceAll("[\\p{Cc}&&[^\\n\\t]]", "")
                .replaceAll("[\\u202A-\\u202E\\u2066-\\u2069\\u200E\\u200F\\u061C]", "");
    }

    String bold(String text) {
        return styled("\u001B[1m", text);
    }

    String dim(String text) {
        return styled("\u001B[2m", text);
    }

    String good(String text) {
        return styled("\u001B[32m", text);
    }

    String warning(String text) {
        return styled("\u001B[33m", text);
    }

    String bad(String text) {
        return styled("\u001B[31m", text);
    }

    private String styled(String style, String text) {
        return colour ? style + plain(text) + RESET : plain(text);
    }

    /** A line of the result, plain or made of styled parts. */
    void print(String line) {
        endProgress();
        out.println(line);
        out.flush();
    }

    /** Where things are, in place of what was told before where that is possible. */
    void progress(String text) {
        if (colour) {
            err.print("\r\u001B[K" + plain(text));
            err.flush();
            onProgressLine = true;
        } else {
            err.println(plain(text));
        }
    }

    /** Something that went wrong, and what to do. */
    void trouble(String text) {
        endProgress();
        err.println(bad(text));
    }

    private void endProgress() {
        if (onProgressLine) {
            err.print("\r\u001B[K");
            err.flush();
            onProgressLine = false;
        }
    }
}
