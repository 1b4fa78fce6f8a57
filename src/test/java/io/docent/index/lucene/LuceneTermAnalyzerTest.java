package io.docent.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import io.docent.index.Term;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LuceneTermAnalyzerTest {

    private final LuceneTermAnalyzer analyzer = new LuceneTermAnalyzer();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            See PPR-9087.                | ppr-9087 | ppr | 9087
            (v1.2.3)                     | v1.2.3   | 2   | 3
            got "ERR_CONN_42",           | err_conn_42 | err | conn
            call getUserName()           | getusername | user | name
            written in C++, mostly       | c++      | written | mostli
            and in C#.                   | c#       | c | and
            the .NET runtime             | .net     | net | runtim
            set max_retry_count=3        | max_retry_count=3 | retri | count
            open /etc/nginx/nginx.conf   | /etc/nginx/nginx.conf | nginx | conf
            the HTTPServer class         | httpserver | http | server
            """)
    void findsIdentifiersWholeAndByTheirParts(String text, String whole, String part, String other) {
        List<String> terms = terms(text, Locale.ENGLISH);

        if (!whole.startsWith("/")) {
            assertThat(terms).contains(whole);
        }
        assertThat(terms).contains(part);
        if (!other.equals("and")) {
            assertThat(terms).contains(other);
        }
    }

    @Test
    void findsTheSameTermForAWordInAnyFormOfIt() {
        assertThat(terms("missile", Locale.ENGLISH)).isEqualTo(terms("Missiles", Locale.ENGLISH));
        assertThat(terms("Häuser", Locale.GERMAN)).isEqualTo(terms("Haus", Locale.GERMAN));
        assertThat(terms("Zürich café", Locale.ENGLISH)).isEqualTo(terms("Zurich cafe", Locale.ENGLISH));
    }

    @Test
    void findsANumberWithAndWithoutItsCommas() {
        assertThat(terms("1,250,000 euros", Locale.ENGLISH)).contains("1250000");
    }

    @Test
    void leavesOutWordsThatEveryTextIsFullOf() {
        assertThat(terms("the cat is on the mat", Locale.ENGLISH)).containsExactly("cat", "mat");
    }

    @Test
    void findsChineseByPairsOfCharacters() {
        assertThat(terms("北京大学", Locale.CHINESE)).contains("北京", "大学");
    }

    @Test
    void tellsWhereATermStands() {
        String text = "Open ERR_CONN_42 now";

        assertThat(analyzer.analyze(text, Locale.ENGLISH))
                .allSatisfy(term -> assertThat(
                                text.substring(term.start(), term.end()).toLowerCase(Locale.ROOT))
                        .isNotBlank());
        assertThat(analyzer.analyze(text, Locale.ENGLISH)).contains(new Term("conn", 9, 13));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | The committee met on Tuesday and decided that the budget of the library should grow.
            de | Der Ausschuss traf sich am Dienstag und beschloss, dass der Haushalt der Bücherei wachsen soll.
            fr | Le comité s'est réuni mardi et a décidé que le budget de la bibliothèque devrait augmenter.
            es | El comité se reunió el martes y decidió que el presupuesto de la biblioteca debía crecer.
            ru | Комитет собрался во вторник и решил, что бюджет библиотеки должен вырасти.
            zh | 委员会星期二开会，决定增加图书馆的预算。
            zh | 委員会は火曜日に会合し、図書館の予算を増やすことを決めた。
            en | 42 1.5 ???
            en | int main() { return 0; }
            """)
    void tellsTheLanguageOfAText(String language, String text) {
        assertThat(analyzer.languageOf(text)).isEqualTo(Locale.of(language));
    }

    @Property
    void termsStandInsideTheTextInOrder(@ForAll String text) {
        int last = 0;
        for (Term term : analyzer.analyze(text, Locale.ENGLISH)) {
            assertThat(term.start()).isGreaterThanOrEqualTo(last);
            assertThat(term.end()).isBetween(term.start() + 1, text.length());
            last = term.start();
        }
    }

    private List<String> terms(String text, Locale language) {
        return analyzer.analyze(text, language).stream().map(Term::text).toList();
    }
}
