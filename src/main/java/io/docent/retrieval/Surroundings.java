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
 *     term that is defined, a setting, who speaks. Null where there is none, and for a row
 * @param cells of a row, without the names of their columns; empty where the sentence is none
 */
public record Surroundings(Span around, @Nullable Span label, List<Span> cells) {

    private static final String CELL_END = " | ";
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
        for (int i = 0; i < sentences.size(); i++) {
            Span sentence = sentences.get(i);
            if (SentenceSplitter.isRow(text, sentence)) {
                all.add(new Surroundings(sentence, null, cells(text, sentence)));
            } else {
                Span own = label(text, sentence);
                label = own == null ? label : own;
                Span before = sentences.get(Math.max(0, i - 1));
                Span after = sentences.get(Math.min(sentences.size() - 1, i + 1));
                all.add(new Surroundings(before.union(after), label, List.of()));
            }
        }
        return all;
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

    private static List<Span> cells(String text, Span row) {
        List<Span> cells = new ArrayList<>();
        int from = row.start();
        while (from < row.end()) {
            int bar = text.indexOf(CELL_END, from);
            int to = bar < 0 || bar > row.end() ? row.end() : bar;
            int name = text.indexOf(NAME_END, from);
            int value = name < 0 || name + NAME_END.length() >= to ? from : name + NAME_END.length();
            if (value < to) {
                cells.add(new Span(value, to));
            }
            from = to + CELL_END.length();
        }
        return cells;
    }
}
