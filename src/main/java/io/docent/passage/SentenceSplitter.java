package io.docent.passage;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the sentences of a text. The rules are the JDK's ({@link BreakIterator}, Unicode Standard Annex 29), mended
 * where a full stop belongs to an abbreviation, an initial or a number; and lines that stand for themselves (list
 * items, table rows, lines of code) are never joined. For any thread.
 */
public final class SentenceSplitter {

    private SentenceSplitter() {}

    public static List<Span> split(String text) {
        return split(text, 0, text.length());
    }

    /**
     * The sentences of {@code text[start, end)} in their order, without white space around them and without the bullet
     * or number of a list item. They do not overlap; what is between them is white space or a bullet.
     */
    public static List<Span> split(String text, int start, int end) {
        List<Span> sentences = new ArrayList<>();
        for (List<Span> block : blocks(text, start, end)) {
            if (CodeLines.areIn(text, block)) {
                sentences.addAll(block);
            } else {
                for (Span run : Lines.unwrapped(text, block)) {
                    splitRun(text, run, sentences);
                }
            }
        }
        return sentences;
    }

    /** Whether a sentence is a row of a table. */
    public static boolean isRow(String text, Span sentence) {
        return Lines.isRow(text, sentence);
    }

    /** The cells of a row of a table, the names of their columns included; empty where the sentence is none. */
    public static List<Span> cells(String text, Span sentence) {
        return isRow(text, sentence) ? Lines.cells(text, sentence) : List.of();
    }

    /** Whether a sentence is a line of code. */
    public static boolean isCode(String text, Span sentence) {
        return CodeLines.isOne(text, sentence);
    }

    /** The block of lines of code that a part of a text is in, without a blank line; empty where it is in none. */
    public static Optional<Span> codeAround(String text, Span part) {
        return blocks(text, 0, text.length()).stream()
                .filter(block -> block.getFirst().start() < part.end()
                        && part.start() < block.getLast().end())
                .findFirst()
                .filter(block -> CodeLines.areIn(text, block))
                .map(block -> block.getFirst().union(block.getLast()));
    }

    private static List<List<Span>> blocks(String text, int start, int end) {
        List<List<Span>> blocks = new ArrayList<>();
        int last = -1;
        for (Span line : Lines.of(text, start, end)) {
            if (last < 0 || Lines.blankLineBetween(text, last, line.start())) {
                blocks.add(new ArrayList<>());
            }
            blocks.getLast().add(line);
            last = line.end();
        }
        return blocks;
    }

    private static void splitRun(String text, Span run, List<Span> sentences) {
        int from = run.start() + Lines.markerLength(text, run);
        if (Lines.isRow(text, run)) {
            sentences.add(new Span(from, run.end()));
            return;
        }
        String line = text.substring(from, run.end()).replace('\n', ' ');
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
        breaks.setText(line);
        int sentence = 0;
        for (int at = breaks.next(); at != BreakIterator.DONE; at = breaks.next()) {
            if (at < line.length() && staysOpen(line, sentence, at)) {
                continue;
            }
            Span trimmed = Lines.trimmed(line, sentence, at);
            if (trimmed != null) {
                sentences.add(trimmed.shift(from));
            }
            sentence = at;
        }
    }

    /** Whether the sentence goes on behind a full stop where the JDK's rules end it. */
    private static boolean staysOpen(String line, int sentence, int at) {
        int stop = at;
        while (stop > sentence && Character.isWhitespace(line.charAt(stop - 1))) {
            stop--;
        }
        if (stop == at && ".?!".indexOf(line.charAt(stop - 1)) >= 0) {
            return true; // no space behind it: example.org, ?q=1
        }
        if (",;:".indexOf(line.charAt(at)) >= 0) {
            return true; // Shout "stop!"; nobody hears.
        }
        if (Character.isLowerCase(line.codePointAt(at))) {
            return true; // "Is it so?" he asked.
        }
        if (stop == sentence || line.charAt(stop - 1) != '.') {
            return false;
        }
        int wordEnd = stop - 1;
        int wordStart = startOfWord(line, sentence, wordEnd);
        int beforeEnd = wordStart;
        while (beforeEnd > sentence && Character.isWhitespace(line.charAt(beforeEnd - 1))) {
            beforeEnd--;
        }
        String before = line.substring(startOfWord(line, sentence, beforeEnd), beforeEnd);
        String word = withoutOpening(line.substring(wordStart, wordEnd));
        int nextEnd = at;
        while (nextEnd < line.length() && !Character.isWhitespace(line.charAt(nextEnd))) {
            nextEnd++;
        }
        return Abbreviations.keepOpen(before, word, line.substring(at, nextEnd));
    }

    private static int startOfWord(String line, int from, int end) {
        int start = end;
        while (start > from && !Character.isWhitespace(line.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static String withoutOpening(String word) {
        int from = 0;
        while (from < word.length() && !Character.isLetterOrDigit(word.charAt(from)) && word.charAt(from) != '§') {
            from++;
        }
        return word.substring(from);
    }
}
