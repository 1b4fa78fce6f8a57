package io.docent.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NearDuplicatesTest {

    private static final String TEXT = "Refunds are paid within fourteen days after the returned item has reached our"
            + " warehouse in Rotterdam and was found complete.";

    private static boolean same(String a, String b) {
        return NearDuplicates.same(NearDuplicates.words(a), NearDuplicates.words(b));
    }

    @Test
    void caseSpaceAndPunctuationMakeNoOtherText() {
        assertThat(same(TEXT, TEXT.toUpperCase(java.util.Locale.ROOT).replace(" ", "\n - ")))
                .isTrue();
    }

    @Test
    void oneOtherWordInTwentyIsTheSame() {
        assertThat(same(TEXT, TEXT.replace("Rotterdam", "Antwerp"))).isTrue();
    }

    @Test
    void anotherTextIsNot() {
        assertThat(same(TEXT, "Refunds are paid within fourteen days.")).isFalse();
        assertThat(same("The port is 8080.", "The port is 9090.")).isFalse();
    }
}
