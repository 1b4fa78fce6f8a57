package io.docent.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that a parser would fill the memory with are refused before it does. */
class HugeDocumentsTest {

    private static final int MEGABYTES_30 = 30 << 20;

    HugeDocumentsTest() {}

    @ParameterizedTest
    @CsvSource({
        "a.md, '', '# H\n\ntext *x*\n\n', longer than the",
        "a.html, <table>, '<tr><td>a<td>b', more than the 1,000,000",
        "a.rtf, '{\\rtf1 ', '\\par text', longer than the",
        "a.csv, 'a,b\n', '1,2\n', longer than the",
        "a.txt, '', 'Some words. ', longer than the",
        "a.json, '[', '{\"a\":1},', longer than the"
    })
    void areRefusedWithAReason(String name, String start, String again, String reason) {
        String text = start + again.repeat(MEGABYTES_30 / again.length());

        assertThat(Reading.reason(name, text)).contains(reason).contains("split it");
    }
}
