package io.docent.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFormatTest {

    private static String text(String csv) throws UnreadableDocumentException {
        return Reading.text("sales_2024-q1.csv", csv);
    }

    @ParameterizedTest
    @ValueSource(chars = {',', ';', '\t', '|'})
    void findsTheDelimiter(char delimiter) throws UnreadableDocumentException {
        String csv = "Region,Revenue,Note\nEMEA,42,good\nAPAC,7,\n".replace(',', delimiter);

        assertThat(text(csv)).isEqualTo("Region: EMEA | Revenue: 42 | Note: good\nRegion: APAC | Revenue: 7");
    }

    @Test
    void readsQuotesAndLinesInsideOfThem() throws UnreadableDocumentException {
        assertThat(text("\uFEFFName,Said\r\n\"Smith, \"\"Bo\"\"\",\"12\n3\"\r\n\"open,4\r\n"))
                .isEqualTo("Name: Smith, \"Bo\" | Said: 12 3\nName: \"open | Said: 4");
    }

    @Test
    void joinsCellsWithoutHeader() throws UnreadableDocumentException {
        assertThat(text("1,2,3\n4,5,6\n")).isEqualTo("1 | 2 | 3\n4 | 5 | 6");
        assertThat(text("Colour,red\nShape,round\n")).isEqualTo("Colour: red\nShape: round");
    }

    @Test
    void keepsACaptionApart() throws UnreadableDocumentException {
        assertThat(text("Sales of 2024,,\nRegion,Revenue,Since\nEMEA,42,2020-01-01\n"))
                .isEqualTo("Sales of 2024\n\nRegion: EMEA | Revenue: 42 | Since: 2020-01-01");
    }

    @Test
    void isNamedByItsFile() throws UnreadableDocumentException {
        assertThat(Reading.read("a/sales_2024-q1.csv", "a,b\n1,2\n").title()).isEqualTo("sales 2024 q1");
    }

    @Test
    void readsOtherEncodings() throws UnreadableDocumentException {
        byte[] utf16 = "Ort;Zahl\nKöln;1\nMünchen;2\n".getBytes(Charset.forName("UTF-16LE"));
        byte[] latin = "Ort;Zahl\nKöln;1\nMünchen;2\n".getBytes(Charset.forName("windows-1252"));

        assertThat(Reading.read("a.csv", utf16).text()).isEqualTo("Ort: Köln | Zahl: 1\nOrt: München | Zahl: 2");
        assertThat(Reading.read("a.csv", latin).text()).isEqualTo("Ort: Köln | Zahl: 1\nOrt: München | Zahl: 2");
    }

    @Test
    void readsAHundredThousandRows() throws UnreadableDocumentException {
        StringBuilder csv = new StringBuilder("Id,Name,Amount\n");
        for (int i = 0; i < 100_000; i++) {
            csv.append(i).append(",item,").append(i * 3).append('\n');
        }

        assertThat(text(csv.toString()).lines()).hasSize(100_000).contains("Id: 99999 | Name: item | Amount: 299997");
    }
}
