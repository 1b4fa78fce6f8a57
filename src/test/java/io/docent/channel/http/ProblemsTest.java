package io.docent.channel.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which errors of the database are told as a disturbance that passes, and which as a fault of Docent's. */
class ProblemsTest {

    @ParameterizedTest
    @CsvSource({
        "57P01, 503", // the server is being stopped
        "57P02, 503", // it crashed
        "57P03, 503", // it is starting
        "08006, 503", // the connection broke
        "53300, 503", // too many connections
        "53100, 503", // its disk is full
        "25006, 503", // a standby
        "42601, 500", // a statement that is wrong
        "23505, 500", // a row that is there
        "57014, 500" // a statement that was cancelled
    })
    void tellsByTheStateWhetherTheDatabaseIsAway(String state, int status) {
        Throwable failure = new IllegalStateException(new SQLException("select secret", state));

        Problem problem = Problems.of(failure);

        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.detail()).doesNotContain("secret").doesNotContain("null");
    }

    @Test
    void aConnectionThatEndsWithoutAWordIsClosed() {
        SQLException failure = new SQLException("An I/O error occurred", "08006", new EOFException());

        Problem problem = Problems.of(failure);

        assertThat(problem.status()).isEqualTo(503);
        assertThat(problem.detail()).contains("the connection is closed");
    }
}
