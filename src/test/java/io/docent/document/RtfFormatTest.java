package io.docent.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RtfFormatTest {

    private static final String START = "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fcharset0 Arial;}"
            + "{\\f1\\fcharset204 Arial Cyr;}}{\\colortbl;\\red0\\green0\\blue0;}"
            + "{\\stylesheet{\\s0 Normal;}{\\s1\\b heading 1;}}{\\info{\\title The Paper}{\\author Me}}"
            + "{\\header page header}";

    private static Document read(String content) throws UnreadableDocumentException {
        return Reading.read("a.rtf", (START + content + "}").getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void readsParagraphsHeadingsAndLists() throws UnreadableDocumentException {
        Document document = read("\\pard\\s1 Start\\par\\pard {\\b Bold} caf\\'e9 \\u8364? 5\\line broken\n\\par"
                + "{\\pntext\\'b7\\tab}one\\par{\\*\\pntext\\'b7\\tab}two\\par{\\f1 \\'cf\\'f0}\\par \\{x\\}{\\v hid}");

        assertThat(document.text()).isEqualTo("Start\n\nBold café € 5\nbroken\n\n- one\n- two\n\nПр\n\n{x}");
        assertThat(Reading.headings(document)).containsExactly("1 Start");
        assertThat(document.title()).isEqualTo("The Paper");
    }

    @Test
    void readsTables() throws UnreadableDocumentException {
        assertThat(read("before\\par\\trowd\\cellx1\\cellx2\\pard\\intbl Part\\cell Count\\cell\\row"
                                + "\\trowd\\cellx1\\cellx2\\pard\\intbl Cable\\cell 2\\cell\\row\\pard after\\par")
                        .text())
                .isEqualTo("before\n\nPart: Cable | Count: 2\n\nafter");
    }

    @Test
    void saysThatAFileIsCutOff() {
        assertThat(Reading.reason("a.rtf", START + "text")).contains("damaged or cut off");
    }
}
