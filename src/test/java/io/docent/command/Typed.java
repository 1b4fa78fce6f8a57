package io.docent.command;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * A command as it is typed.
 *
 * @param code with which it ended
 * @param out what it printed
 * @param err what it printed as an error
 */
record Typed(int code, String out, String err) {

    /** Here the log goes where that of all tests goes; of a command that is typed, to the error output. */
    private static final Pattern LOG = Pattern.compile("(?m)^\\d\\d:\\d\\d:\\d\\d (INFO |WARN |ERROR) .*\\R");

    static Typed run(String... arguments) {
        PrintStream outBefore = System.out;
        PrintStream errBefore = System.err;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        int code;
        try {
            code = Commands.run(arguments);
        } finally {
            System.setOut(outBefore);
            System.setErr(errBefore);
        }
        return new Typed(
                code,
                LOG.matcher(out.toString(StandardCharsets.UTF_8)).replaceAll(""),
                err.toString(StandardCharsets.UTF_8));
    }
}
