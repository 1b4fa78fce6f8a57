package io.docent.command;

/** What commands end with; docs/cli.md tells them. */
final class ExitCode {

    static final int OK = 0;

    /** Done, but not well: nothing was found, a file could not be read, a figure is too low, something is to be mended. */
    static final int NOT_WELL = 1;

    /** The command or a setting is wrong. */
    static final int WRONG = 2;

    /** A server cannot be reached, refuses or fails. */
    static final int NO_ANSWER = 3;

    private ExitCode() {}
}
