package io.docent.answer;

import io.docent.passage.SentenceSplitter;
import io.docent.passage.Span;
import java.util.regex.Pattern;

/** How a quote is written in an answer. */
final class QuoteText {

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern LIST_OR_TABLE =
            Pattern.compile("\\n[ \\t]*([-*+•·▪◦‣–—][ \\t]|\\(?\\d{1,3}[.)][ \\t])|:\\s*\\n| \\| [^\\n]*\\n");

    private QuoteText() {}

    /** Wrapped lines as one, but lists, tables, code and what is announced by a colon line by line. */
    static String readable(String quote) {
        boolean byLine = LIST_OR_TABLE.matcher(quote).find()
                || SentenceSplitter.codeAround(quote, new Span(0, quote.length()))
                        .isPresent();
        if (!byLine) {
            return SPACE.matcher(quote).replaceAll(" ").strip();
        }
        return quote.lines()
                .filter(line -> !line.isBlank())
                .map(String::stripTrailing)
                .reduce((a, b) -> a + "\n" + b)
                .orElse("");
    }
}
