package io.docent.answer;

import io.docent.passage.SentenceSplitter;
import io.docent.passage.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sentences as they are checked: those of {@link SentenceSplitter}, and apart where the next one begins with a number. For
 * finding and quoting it does no harm to take two such sentences for one; a check must not mistake the number of one for
 * that of the other.
 */
final class Sentences {

    /** A full stop behind a whole word or a number, and a number behind it. */
    private static final Pattern BEFORE_NUMBER =
            Pattern.compile("(?<![\\p{L}\\p{N}])(?<word>[\\p{L}\\p{N}]{2,}+)[)\"”’]?[.!?][\"”’]?(?<gap>\\s+)(?=\\d)");

    private static final Pattern ABBREVIATION = Pattern.compile(
            "(?i)(no|nr|nos|fig|figs|sec|sect|ch|chap|vol|pp|art|para|ver|approx|ca|eq|tab|ref|ext|tel|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|st|mr|mrs|ms|dr|abs|ziff|bzw|ebd)");

    /** What is longer, in characters, is nobody's sentence, and is checked in parts. */
    private static final int LONGEST = 1_000;

    private Sentences() {}

    static List<Span> split(String text) {
        List<Span> sentences = new ArrayList<>();
        for (Span span : SentenceSplitter.split(text)) {
            Matcher stop = BEFORE_NUMBER.matcher(text).region(span.start(), span.end());
            int from = span.start();
            while (stop.find()) {
                if (!ABBREVIATION.matcher(stop.group("word")).matches()) {
                    add(text, from, stop.start("gap"), sentences);
                    from = stop.end("gap");
                }
            }
            add(text, from, span.end(), sentences);
        }
        return sentences;
    }

    private static void add(String text, int start, int end, List<Span> sentences) {
        int from = start;
        while (end - from > LONGEST) {
            int space = text.lastIndexOf(' ', from + LONGEST);
            int cut = space > from ? space : from + LONGEST;
            sentences.add(new Span(from, cut));
            from = space > from ? space + 1 : cut;
        }
        if (end > from) {
            sentences.add(new Span(from, end));
        }
    }
}
