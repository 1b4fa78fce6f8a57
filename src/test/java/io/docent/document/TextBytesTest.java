package io.docent.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextBytesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            windows-1252 | Das Café in der Königstraße öffnet früh – „viel zu früh“, sagen die Gäste, die über Nacht blieben.
            windows-1252 | L'été dernier, nous avons reçu des élèves étrangers à l’école; ils étaient très enthousiastes.
            ISO-8859-1   | El niño pequeño comió una manzana en la montaña, y después durmió la siesta con su mamá.
            ISO-8859-15  | Der Eintritt für Schüler kostet 5 € und für alle übrigen Gäste 12 €, Getränke sind nicht dabei.
            Shift_JIS    | 吾輩は猫である。名前はまだ無い。どこで生れたかとんと見当がつかぬ。何でも薄暗いじめじめした所で泣いていた。
            EUC-JP       | 吾輩は猫である。名前はまだ無い。どこで生れたかとんと見当がつかぬ。何でも薄暗いじめじめした所で泣いていた。
            GB18030      | 人工智能是计算机科学的一个分支，它企图了解智能的实质，并生产出一种新的能以人类智能相似的方式做出反应的智能机器。
            Big5         | 人工智慧是電腦科學的一個分支，它企圖了解智慧的實質，並生產出一種新的能以人類智慧相似的方式做出反應的機器。
            EUC-KR       | 인공지능은 컴퓨터 과학의 한 분야로, 인간의 학습 능력과 추론 능력을 컴퓨터로 구현하려는 기술이다.
            KOI8-R       | Все счастливые семьи похожи друг на друга, каждая несчастливая семья несчастлива по-своему.
            windows-1251 | Все счастливые семьи похожи друг на друга, каждая несчастливая семья несчастлива по-своему.
            UTF-8        | Grüße aus 東京 und Москва
            UTF-16LE     | Western text without any mark
            UTF-16BE     | Western text without any mark
            """)
    void decodesAParagraph(String charset, String text) {
        byte[] bytes = bytes(text, charset);

        assertThat(TextBytes.decode(bytes)).isEqualTo(text);
        assertThat(TextBytes.isText(bytes)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void followsAByteOrderMark(String charset) {
        assertThat(StoredText.clean(TextBytes.decode(bytes("\uFEFFGrüße 東京", charset))))
                .isEqualTo("Grüße 東京");
    }

    @Test
    void readsUtf8WithAFewBrokenBytes() {
        byte[] bytes = bytes("Grüße, Grüße, Grüße, Grüße, Grüße, Grüße, Grüße, Grüße, Grüße, Grüße, ü", "UTF-8");

        assertThat(TextBytes.decode(java.util.Arrays.copyOf(bytes, bytes.length - 1)))
                .startsWith("Grüße, Grüße")
                .endsWith(", \uFFFD");
    }

    private static byte[] bytes(String text, String charset) {
        ByteBuffer encoded = Charset.forName(charset).encode(text);
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        return bytes;
    }

    @Test
    void readsALogWithAZeroHereAndThereAsItIs() {
        byte[] log = "Text with a NUL \u0000 in it and more words that follow.\n"
                .repeat(4)
                .getBytes(StandardCharsets.UTF_8);

        assertThat(TextBytes.isText(log)).isTrue();
        assertThat(TextBytes.decode(log)).startsWith("Text with a NUL");
    }
}
