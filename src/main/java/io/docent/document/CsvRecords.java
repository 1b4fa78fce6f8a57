package io.docent.document;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;

/** The records of a CSV file, RFC 4180 and what programs make of it; blank ones left out. */
public final class CsvRecords implements Iterator<List<String>> {

    private static final char[] DELIMITERS = {',', ';', '\t', '|'};

    /** Enough records to tell the delimiter. */
    private static final int SAMPLE = 50;

    private final String text;
    private final char delimiter;
    private int next;
    private List<String> record = List.of();

    private CsvRecords(String text, char delimiter, int start) {
        this.text = text;
        this.delimiter = delimiter;
        this.next = start;
        advance();
    }

    public static Iterator<List<String>> of(String text) {
        // What Excel writes for itself.
        if (text.length() > 5 && text.startsWith("sep=") && text.charAt(5) == '\n') {
            return new CsvRecords(text, text.charAt(4), 6);
        }
        return new CsvRecords(text, delimiter(text), 0);
    }

    /** The one that parts most records into the same number of fields, the more the better. */
    private static char delimiter(String text) {
        char best = ',';
        int most = 0;
        for (char candidate : DELIMITERS) {
            int score = score(new CsvRecords(text, candidate, 0));
            if (score > most) {
                most = score;
                best = candidate;
            }
        }
        return best;
    }

    private static int score(CsvRecords records) {
        Map<Integer, Integer> widths = new TreeMap<>();
        int count = 0;
        while (records.hasNext() && count < SAMPLE) {
            widths.merge(records.next().size(), 1, Integer::sum);
            count++;
        }
        int total = count;
        return widths.entrySet().stream()
                .filter(width -> width.getKey() > 1)
                .mapToInt(width -> 1000 * width.getValue() / total + Math.min(200, width.getKey()))
                .max()
                .orElse(0);
    }

    @Override
    public boolean hasNext() {
        return !record.isEmpty();
    }

    @Override
    public List<String> next() {
        if (record.isEmpty()) {
            throw new NoSuchElementException();
        }
        List<String> current = record;
        advance();
        return current;
    }

    private void advance() {
        record = List.of();
        while (next < text.length() && record.isEmpty()) {
            List<String> fields = parse();
            record = fields.stream().allMatch(String::isBlank) ? List.of() : fields;
        }
    }

    private List<String> parse() {
        List<String> fields = new ArrayList<>();
        boolean more = true;
        while (more) {
            int start = next;
            fields.add(startsQuoted() ? quoted() : plain());
            more = next < text.length() && text.charAt(next) == delimiter;
            next = Math.max(next + 1, start);
        }
        return fields;
    }

    private boolean startsQuoted() {
        return next < text.length() && text.charAt(next) == '"';
    }

    private String plain() {
        int start = next;
        while (next < text.length() && text.charAt(next) != delimiter && text.charAt(next) != '\n') {
            next++;
        }
        return text.substring(start, next).strip();
    }

    private String quoted() {
        int start = next;
        StringBuilder field = new StringBuilder();
        next++;
        while (next < text.length()) {
            char c = text.charAt(next++);
            if (c != '"') {
                field.append(c);
            } else if (next < text.length() && text.charAt(next) == '"') {
                field.append(c);
                next++;
            } else {
                // What follows the closing quote belongs to the field as well as it can.
                return field.append(plain()).toString();
            }
        }
        // A quote that nothing closes is one of the text's own.
        next = start;
        return plain();
    }
}
