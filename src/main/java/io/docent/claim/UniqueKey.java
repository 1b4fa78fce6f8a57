package io.docent.claim;

import io.micronaut.data.exceptions.DataAccessException;
import java.sql.SQLException;

/** Tells a row whose key somebody else was faster to take from any other failure. */
final class UniqueKey {

    /** What H2 and PostgreSQL call a second row of one key. */
    private static final String VIOLATION = "23505";

    private UniqueKey() {}

    static boolean isTaken(DataAccessException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && VIOLATION.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
