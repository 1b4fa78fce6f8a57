package io.docent.index.lucene;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.bg.BulgarianAnalyzer;
import org.apache.lucene.analysis.ca.CatalanAnalyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.th.ThaiAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;

/** The languages that Lucene knows how to analyse, and which one a text is in. For any thread. */
final class Languages {

    /** What Chinese, Japanese and Korean share: words without spaces, found by pairs of characters. */
    static final Locale CJK = Locale.CHINESE;

    /** A text says what it is in within its first words. */
    private static final int CHARACTERS_READ = 20_000;

    /** Of a text's words; running text of any language has 30 % and more of such words. */
    private static final double FEWEST_STOP_WORDS = 0.08;

    private final Map<Locale, Known> known = new LinkedHashMap<>();
    private final Map<Locale, Analyzer> analyzers = new LinkedHashMap<>();
    private final Map<Locale, CharArraySet> stopWords = new LinkedHashMap<>();

    Languages() {
        add(Locale.ENGLISH, EnglishAnalyzer::new, EnglishAnalyzer::getDefaultStopSet);
        add(Locale.GERMAN, GermanAnalyzer::new, GermanAnalyzer::getDefaultStopSet);
        add(Locale.FRENCH, FrenchAnalyzer::new, FrenchAnalyzer::getDefaultStopSet);
        add(Locale.of("es"), SpanishAnalyzer::new, SpanishAnalyzer::getDefaultStopSet);
        add(Locale.ITALIAN, ItalianAnalyzer::new, ItalianAnalyzer::getDefaultStopSet);
        add(Locale.of("pt"), PortugueseAnalyzer::new, PortugueseAnalyzer::getDefaultStopSet);
        add(Locale.of("nl"), DutchAnalyzer::new, DutchAnalyzer::getDefaultStopSet);
        add(Locale.of("sv"), SwedishAnalyzer::new, SwedishAnalyzer::getDefaultStopSet);
        add(Locale.of("da"), DanishAnalyzer::new, DanishAnalyzer::getDefaultStopSet);
        add(Locale.of("no"), NorwegianAnalyzer::new, NorwegianAnalyzer::getDefaultStopSet);
        add(Locale.of("fi"), FinnishAnalyzer::new, FinnishAnalyzer::getDefaultStopSet);
        add(Locale.of("ru"), RussianAnalyzer::new, RussianAnalyzer::getDefaultStopSet);
        add(Locale.of("bg"), BulgarianAnalyzer::new, BulgarianAnalyzer::getDefaultStopSet);
        add(Locale.of("cs"), CzechAnalyzer::new, CzechAnalyzer::getDefaultStopSet);
        add(Locale.of("hu"), HungarianAnalyzer::new, HungarianAnalyzer::getDefaultStopSet);
        add(Locale.of("ro"), RomanianAnalyzer::new, RomanianAnalyzer::getDefaultStopSet);
        add(Locale.of("tr"), TurkishAnalyzer::new, TurkishAnalyzer::getDefaultStopSet);
        add(Locale.of("el"), GreekAnalyzer::new, GreekAnalyzer::getDefaultStopSet);
        add(Locale.of("ca"), CatalanAnalyzer::new, CatalanAnalyzer::getDefaultStopSet);
        add(Locale.of("id"), IndonesianAnalyzer::new, IndonesianAnalyzer::getDefaultStopSet);
        add(Locale.of("ar"), ArabicAnalyzer::new, ArabicAnalyzer::getDefaultStopSet);
        add(Locale.of("fa"), PersianAnalyzer::new, PersianAnalyzer::getDefaultStopSet);
        add(Locale.of("hi"), HindiAnalyzer::new, HindiAnalyzer::getDefaultStopSet);
        add(Locale.of("th"), ThaiAnalyzer::new, ThaiAnalyzer::getDefaultStopSet);
        add(CJK, CJKAnalyzer::new, CJKAnalyzer::getDefaultStopSet);
    }

    private void add(Locale language, Supplier<Analyzer> analyzer, Supplier<CharArraySet> stopWordList) {
        known.put(language, new Known(analyzer, stopWordList));
    }

    /** The analyser of a language, English's for one that Lucene does not know. */
    synchronized Analyzer analyzer(Locale language) {
        Known either = known.getOrDefault(language, Objects.requireNonNull(known.get(Locale.ENGLISH)));
        return analyzers.computeIfAbsent(language, missing -> either.analyzer().get());
    }

    Locale of(String text) {
        String start = text.length() > CHARACTERS_READ ? text.substring(0, CHARACTERS_READ) : text;
        if (isMostlyCjk(start)) {
            return CJK;
        }
        List<char[]> words = words(start);
        Locale best = Locale.ENGLISH;
        double most = words.size() * FEWEST_STOP_WORDS;
        for (var language : stopWords().entrySet()) {
            long count = words.stream()
                    .filter(word -> language.getValue().contains(word, 0, word.length))
                    .count();
            if (count > most) {
                most = count;
                best = language.getKey();
            }
        }
        return best;
    }

    boolean isStopWord(String word, Locale language) {
        CharArraySet words = stopWords().get(language);
        return words != null && words.contains(word.toLowerCase(language));
    }

    /** Two Han characters or a few kana say as much as a long word does. */
    private static boolean isMostlyCjk(String text) {
        long cjk = text.codePoints().filter(Languages::isCjk).count();
        long others = text.codePoints()
                .filter(c -> Character.isLetter(c) && !isCjk(c))
                .count();
        return cjk * 3 > others && cjk > 0;
    }

    private static boolean isCjk(int character) {
        return switch (Character.UnicodeScript.of(character)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
            default -> false;
        };
    }

    private static List<char[]> words(String text) {
        List<char[]> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean letter = i < text.length() && (Character.isLetter(text.charAt(i)) || text.charAt(i) == '\'');
            if (letter && start < 0) {
                start = i;
            } else if (!letter && start >= 0) {
                words.add(text.substring(start, i).toLowerCase(Locale.ROOT).toCharArray());
                start = -1;
            }
        }
        return words;
    }

    private synchronized Map<Locale, CharArraySet> stopWords() {
        if (stopWords.isEmpty()) {
            known.forEach(
                    (language, one) -> stopWords.put(language, one.stopWords().get()));
            stopWords.remove(CJK);
            // Lucene's own English list has 33 words, too few beside the others' hundreds.
            stopWords.put(Locale.ENGLISH, snowballEnglish());
        }
        return stopWords;
    }

    private static CharArraySet snowballEnglish() {
        try (InputStream list = Objects.requireNonNull(
                EnglishAnalyzer.class.getResourceAsStream("/org/apache/lucene/analysis/snowball/english_stop.txt"))) {
            return WordlistLoader.getSnowballWordSet(new InputStreamReader(list, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Lucene's English stop words cannot be read", e);
        }
    }

    /** How to make a language's analyser and its stop words; neither is made before a text needs it. */
    private record Known(Supplier<Analyzer> analyzer, Supplier<CharArraySet> stopWords) {}
}
