package io.docent.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RarityTest {

    private final Rarity rarity = new Rarity(word -> word.equals("time") ? 50 : 0);

    @Test
    void inALargeIndexItsOwnFrequenciesCount() {
        double expected = Math.log(1 + (1_000_000 - 10 + 0.5) / (10 + 0.5));

        assertThat(rarity.idf("time", 10, 1_000_000)).isCloseTo(expected, within(0.01));
        assertThat(rarity.idf("quasar", 10, 1_000_000)).isCloseTo(expected, within(0.01));
    }

    @Test
    void inASmallOneTheLanguageDoes() {
        assertThat(rarity.idf("quasar", 1, 2)).isGreaterThan(3 * rarity.idf("time", 1, 2));
    }

    @Test
    void theRarerTheMoreItSays() {
        assertThat(rarity.idf("quasar", 3, 500))
                .isGreaterThan(rarity.idf("quasar", 30, 500))
                .isLessThan(rarity.idf("quasar", 0, 500));
        assertThat(rarity.idf("time", 500, 500)).isPositive();
    }
}
