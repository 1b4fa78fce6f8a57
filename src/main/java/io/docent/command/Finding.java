package io.docent.command;

/**
 * What was found of one thing that has to be right.
 *
 * @param what was looked at
 * @param level how it is
 * @param told what was seen
 * @param todo what to do about it; empty where nothing has to be done
 */
record Finding(String what, Level level, String told, String todo) {

    Finding {
        if ((level == Level.GOOD) != todo.isEmpty()) {
            throw new IllegalArgumentException("what is not good, and nothing else, has something to do: " + what);
        }
    }

    static Finding good(String what, String told) {
        return new Finding(what, Level.GOOD, told, "");
    }

    /** It works, but not as well as it could. */
    static Finding poor(String what, String told, String todo) {
        return new Finding(what, Level.POOR, told, todo);
    }

    /** It does not work. */
    static Finding bad(String what, String told, String todo) {
        return new Finding(what, Level.BAD, told, todo);
    }

    /** How something is. */
    enum Level {
        GOOD,
        POOR,
        BAD
    }
}
