package io.docent.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlipTest {

    @ParameterizedTest
    @CsvSource({
        "happend, happened, true",
        "oppening, opening, true",
        "norht, north, true",
        "sooth, south, true",
        "hte, the, true",
        "word, wordy, true",
        "aword, word, true",
        "a, b, true",
        "a, '', true",
        "word, word, false",
        "'', '', false",
        "abcd, badc, false",
        "missle, mistily, false",
        "word, wordily, false",
        "abc, cba, false"
    })
    void isOneSlipAndNoMoreWhicheverWayRound(String a, String b, boolean one) {
        assertThat(Slip.isBetween(a, b)).isEqualTo(one);
        assertThat(Slip.isBetween(b, a)).isEqualTo(one);
    }
}
