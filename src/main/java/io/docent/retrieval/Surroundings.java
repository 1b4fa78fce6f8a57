package io.docent.retrieval;

import io.docent.passage.SentenceSplitter;
import io.docent.passage.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a sentence of a passage is read with.
 *
 * @param around the sentence and those beside it; of a row of a table the row alone, since its neighbours speak of other
 *     things
 * @param label the words up to a colon that the sentence's line, or the last one before that has such words, begins with: a
 *     term that is defined, a setting, who speaks; of what announces commands, the commands alone have it. Null where there
 *     is none, and for a row
 * @param cells of a row, without the names of their columns; empty where the sentence is none
 */
public record Surroundings(Span around, @Nullable Span label, List<Span> cells) {

    private static final String NAME_END = ": ";

    private static final String NOT_IN_LABELS = ".!?:;\n";
    private static final int LONGEST_LABEL = 60;

    public Surroundings {
        cells = List.copyOf(cells);
    }

    /** Of all sentences of a passage. */
    public static List<Surroundings> of(String text, List<Span> sentences) {
        List<Surroundings> all = new ArrayList<>(sentences.size());
        Span label = null;
        int labelEnd = 0;
        for (int i = 0; i < sentences.size(); i++) {
            Span sentence = sentences.get(i);
            List<Span> cells = SentenceSplitter.cells(text, sentence);
            if (!cells.isEmpty()) {
                all.add(new Surroundings(
                        sentence,
                        null,
                        cells.stream().map(cell -> value(text, cell)).toList()));
                continue;
            }
            Span own = label(text, sentence);
            Span before = sentences.get(Math.max(0, i - 1));
            Span after = sentences.get(Math.min(sentences.size() - 1, i + 1));
            if (own != null) {
                label = own;
                labelEnd = end(text, sentence, after);
            }
            Span above = sentence.start() < labelEnd ? label : null;
            all.add(new Surroundings(before.union(after), above, List.of()));
        }
        return all;
    }

    /** What announces commands is said of them alone, and not of what stands below them. */
    private static int end(String text, Span sentence, Span after) {
        boolean announces = text.charAt(sentence.end() - 1) == ':' && after.start() >= sentence.end();
        return announces
                ? SentenceSplitter.codeAround(text, after).map(Span::end).orElse(text.length())
                : text.length();
    }

    boolean isRow() {
        return !cells.isEmpty();
    }

    /** At the start of a line, behind its bullet or number at most. */
    private static @Nullable Span label(String text, Span sentence) {
        int line = text.lastIndexOf('\n', sentence.start()) + 1;
        if (text.substring(line, sentence.start()).chars().anyMatch(Character::isLetter)) {
            return null;
        }
        int end = Math.min(sentence.end(), sentence.start() + LONGEST_LABEL + 1);
        for (int i = sentence.start(); i < end; i++) {
            char c = text.charAt(i);
            boolean last = i + 1 == sentence.end() || Character.isWhitespace(text.charAt(i + 1));
            if (c == ':' && last) {
                return i == sentence.start() ? null : new Span(sentence.start(), i);
            }
            // A full stop within a name, as in server.port, ends no sentence.
            if (NOT_IN_LABELS.indexOf(c) >= 0 && (c != '.' || last)) {
                return null;
            }
        }
        return null;
    }

    /** What a cell says without the name of its column. */
    private static Span value(String text, Span cell) {
        int name = text.indexOf(NAME_END, cell.start());
        int value = name + NAME_END.length();
        return name < 0 || value >= cell.end() ? cell : new Span(value, cell.end());
    }
}
