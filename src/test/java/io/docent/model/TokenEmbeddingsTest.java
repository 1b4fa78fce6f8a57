package io.docent.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokenEmbeddingsTest {

    @Test
    void keepsSomeOfItsTokensWithTheirPlacesAndVectors() {
        Tokens tokens = new Tokens(new int[] {7, 8, 9}, new int[] {0, 4, 9}, new int[] {3, 8, 12});
        TokenEmbeddings all = new TokenEmbeddings(new float[] {1, 0}, tokens, 2, new float[] {1, 2, 3, 4, 5, 6});

        TokenEmbeddings some = all.only(new int[] {0, 2});

        assertThat(some.whole()).containsExactly(1, 0);
        assertThat(some.tokens().ids()).containsExactly(7, 9);
        assertThat(some.tokens().starts()).containsExactly(0, 9);
        assertThat(some.tokens().ends()).containsExactly(3, 12);
        assertThat(some.vectors()).containsExactly(1, 2, 5, 6);
    }
}
