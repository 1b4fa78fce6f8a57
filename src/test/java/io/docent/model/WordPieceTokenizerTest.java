package io.docent.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The model's own tokenizer is the judge. */
class WordPieceTokenizerTest {

    private static final WordPieceTokenizer OURS = read();
    private static final HuggingFaceTokenizer MODELS_OWN = modelsOwn();

    @ParameterizedTest
    @CsvSource({"happend, happened", "norht, north", "Oppening, opening"})
    void knowsWhichWordASlipWasMeantToBe(String typed, String meant) {
        assertThat(OURS.wordNear(typed)).contains(meant);
    }

    @Test
    void leavesAloneWhatIsNearNoWord() {
        assertThat(OURS.wordNear("xqzvbn")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "The missile flew 900 kilometers.",
                "unaffable, embeddings; camelCase snake_case ERR_CONN_42 C++ v1.2.3 PPR-9087",
                "Café Zürich naïve Ångström ﬁle ½ straße İstanbul",
                "北京大学 と カタカナ ひらがな 한국어 ไทย",
                "emoji 👩‍👩‍👧 🇩🇪 and a\u200Bzero width\u00A0space\u00AD soft",
                "\"quotes\" — dashes – ‘curly’ … §5 €10 £3 $4.50 100% #tag @me ~ ^ ` | < > = +",
                "tab\there\nnew\r\nline",
                "https://example.com/a?b=c&d=e#f user@example.org",
                "é vs e\u0301 vs E\u0301",
                "control\u0000\u0007chars \uFFFD replaced",
            })
    void givesThePiecesOfTheModelsOwnTokenizer(String text) {
        assertThat(OURS.tokenize(text).ids()).isEqualTo(expected(text));
    }

    @ParameterizedTest
    @ValueSource(ints = {99, 100, 101, 300})
    void makesOneUnknownPieceOfAWordThatIsTooLong(int length) {
        String text = "before " + "a".repeat(length) + " after";

        assertThat(OURS.tokenize(text).ids()).isEqualTo(expected(text));
    }

    @Property(tries = 2000)
    void givesThePiecesOfTheModelsOwnTokenizerForAnyText(@ForAll("texts") String text) {
        assertThat(OURS.tokenize(text).ids()).isEqualTo(expected(text));
    }

    /** Only blocks that were complete before the Unicode version that the model's tokenizer knows. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .ascii()
                .withCharRange('\u00A0', '\u024F')
                .withCharRange('\u0391', '\u03A1')
                .withCharRange('\u03A3', '\u03C9')
                .withCharRange('\u0410', '\u044F')
                .withCharRange('\u05D0', '\u05EA')
                .withCharRange('\u0621', '\u064A')
                .withCharRange('\u0905', '\u0939')
                .withCharRange('\u1EA0', '\u1EF9')
                .withCharRange('\u2000', '\u2027')
                .withCharRange('\u2190', '\u21FF')
                .withCharRange('\u3041', '\u3096')
                .withCharRange('\u30A1', '\u30FA')
                .withCharRange('\u4E00', '\u9FA5')
                .withCharRange('\uAC00', '\uD7A3')
                .withCharRange('\uFB00', '\uFB06')
                .ofMaxLength(60);
    }

    @Property(tries = 1000)
    void piecesStandInOrderInsideTheText(@ForAll String text) {
        Tokens tokens = OURS.tokenize(text);

        for (int i = 0; i < tokens.size(); i++) {
            assertThat(tokens.starts()[i]).isLessThan(tokens.ends()[i]);
            assertThat(tokens.ends()[i]).isLessThanOrEqualTo(text.length());
            if (i > 0) {
                assertThat(tokens.starts()[i]).isGreaterThanOrEqualTo(tokens.starts()[i - 1]);
            }
        }
    }

    private static int[] expected(String text) {
        return Arrays.stream(MODELS_OWN.encode(text, false, false).getIds())
                .mapToInt(Math::toIntExact)
                .toArray();
    }

    private static WordPieceTokenizer read() {
        try (InputStream vocabulary =
                Objects.requireNonNull(WordPieceTokenizerTest.class.getResourceAsStream("/bert-vocabulary-en.txt"))) {
            return WordPieceTokenizer.read(vocabulary);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static HuggingFaceTokenizer modelsOwn() {
        try (InputStream json = Objects.requireNonNull(
                WordPieceTokenizerTest.class.getResourceAsStream("/all-minilm-l6-v2-tokenizer.json"))) {
            return HuggingFaceTokenizer.newInstance(json, Map.of("truncation", "false", "padding", "false"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
