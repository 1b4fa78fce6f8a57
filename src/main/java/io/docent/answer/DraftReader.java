package io.docent.answer;

import io.docent.answer.Markers.Marker;
import io.docent.passage.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntBiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads an answer while a model writes it: whole sentences with their markers, blocks of code, and what stands between
 * them. What is not sure to be whole is held back. Thinking that a model shows in {@code <think>} is left out, and so are
 * images and lists of sources. For one thread.
 */
final class DraftReader {

    private static final Pattern HEADING = Pattern.compile("\\s{0,3}#{1,6}\\s.*");
    private static final Pattern ROW = Pattern.compile("\\s*\\|.*");
    private static final Pattern RULE = Pattern.compile("[\\s|:-]*-{2,}[\\s|:-]*");
    private static final Pattern SOURCES = Pattern.compile(
            "\\W*(sources?|references?|citations?|footnotes?|quellen|fuentes|sources citées)\\W*:?\\W*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FOOTNOTE = Pattern.compile("\\s*[-*]?\\s*(\\[\\^?\\d+\\]|【\\d+】|\\d+\\.)\\s*:?.*");
    private static final Pattern NOTE = Pattern.compile("\\s*\\[\\^\\d+\\]:.*");
    private static final Pattern TAG =
            Pattern.compile("</?\\s*(passage|conversation)\\b[^>]*>", Pattern.CASE_INSENSITIVE);

    private static final Pattern ENDED = Pattern.compile("[.!?…。！？][\\p{Pe}\\p{Pf}\"'*_]*\\s*$");

    private static final String THINK = "<think>";
    private static final String THOUGHT = "</think>";

    /** No line of an answer is longer; a model that writes on without an end is cut here. */
    private static final int LONGEST_LINE = 20_000;

    /** A line is looked at again when it has grown by this part of it, so that a long one does not cost its square. */
    private static final int OFTEN = 32;

    private final int passages;
    private final StringBuilder pending = new StringBuilder();
    private final List<String> table = new ArrayList<>();
    private final StringBuilder code = new StringBuilder();
    private boolean begun;
    private @Nullable Fence fence;
    private boolean inSources;

    /** Where, in the line that is pending, the last sentence that was told ends. */
    private int told;

    /** How long that line was when it was last looked at. */
    private int looked;

    /** For an answer that cites this many passages. */
    DraftReader(int passages) {
        this.passages = passages;
    }

    /** What is whole now. */
    List<Part> read(String piece) {
        pending.append(piece);
        List<Part> parts = new ArrayList<>();
        if (!begun && !begin()) {
            return parts;
        }
        drain(parts);
        return parts;
    }

    /** What is left, whole or not. */
    List<Part> finish() {
        List<Part> parts = new ArrayList<>();
        if (!begun && pending.indexOf(THINK) >= 0) {
            return parts; // it never came to an answer
        }
        pending.append('\n');
        drain(parts);
        flushTable(parts);
        endCode(parts);
        return parts;
    }

    /** What is left of an answer that was cut off: sentences and rows that had come to their end. */
    List<Part> cut() {
        List<Part> parts = new ArrayList<>();
        if (begun && isProse(pending)) {
            sentences(pending.substring(0, Markers.whole(pending.toString())), DraftReader::ended, parts);
        } else if (begun) {
            flushTable(parts);
        }
        return parts;
    }

    /** Leaves out what a model thinks before it answers. */
    private boolean begin() {
        String text = pending.toString().stripLeading();
        if (text.isEmpty() || THINK.startsWith(text)) {
            return false;
        }
        if (text.startsWith(THINK)) {
            int end = pending.indexOf(THOUGHT);
            if (end < 0) {
                return false;
            }
            pending.delete(0, end + THOUGHT.length());
        }
        int blank = 0;
        while (blank < pending.length() && Character.isWhitespace(pending.charAt(blank))) {
            blank++;
        }
        pending.delete(0, blank);
        begun = !pending.isEmpty();
        return begun;
    }

    private void drain(List<Part> parts) {
        int end = endOfLine();
        while (end >= 0) {
            String line = pending.substring(0, end);
            pending.delete(0, end < pending.length() && pending.charAt(end) == '\n' ? end + 1 : end);
            line(line, parts);
            told = 0;
            looked = 0;
            end = endOfLine();
        }
        if (isProse(pending) && pending.length() - looked >= pending.length() / OFTEN) {
            looked = pending.length();
            String whole = pending.substring(0, Markers.whole(pending.toString()));
            sentences(whole, DraftReader::sure, parts);
        }
    }

    /** Where the first line that is pending ends, or is cut; -1 where it may go on. */
    private int endOfLine() {
        int end = pending.indexOf("\n");
        boolean isTooLong = end > LONGEST_LINE || (end < 0 && pending.length() > LONGEST_LINE);
        return isTooLong ? LONGEST_LINE : end;
    }

    private boolean isProse(CharSequence line) {
        return fence == null
                && !inSources
                && table.isEmpty()
                && !line.toString().isBlank()
                && "`~|#[".indexOf(line.toString().stripLeading().charAt(0)) < 0
                && !SOURCES.matcher(line).lookingAt();
    }

    private void line(String line, List<Part> parts) {
        if (fence != null) {
            if (fence.closes(line)) {
                endCode(parts);
            } else {
                code.append(line).append('\n');
            }
            return;
        }
        fence = Fence.opening(line);
        if (fence != null) {
            flushTable(parts);
        } else if (ROW.matcher(line).matches()) {
            table.add(line);
        } else {
            flushTable(parts);
            if (told == 0 && SOURCES.matcher(line).matches() && !line.isBlank()) {
                inSources = true;
            } else if (!(inSources && (line.isBlank() || FOOTNOTE.matcher(line).matches()))
                    && !NOTE.matcher(line).matches()) {
                inSources = false;
                if (HEADING.matcher(line).matches()) {
                    parts.add(new Heading(Markers.read(line, passages).text() + "\n"));
                } else {
                    sentences(line, (text, spans) -> spans.size(), parts);
                    parts.add(new Layout("\n"));
                }
            }
        }
    }

    private void endCode(List<Part> parts) {
        if (fence != null) {
            parts.add(new Code(fence.block(code.toString())));
            code.setLength(0);
            fence = null;
        }
    }

    private void flushTable(List<Part> parts) {
        for (int at = 0; at < table.size(); at++) {
            String row = table.get(at);
            boolean head =
                    at + 1 < table.size() && RULE.matcher(table.get(at + 1)).matches();
            if (RULE.matcher(row).matches()) {
                parts.add(new Layout(row + "\n"));
            } else if (head) {
                parts.add(new Heading(Markers.read(row, passages).text() + "\n"));
            } else {
                Markers.Read read = Markers.read(row, passages);
                parts.add(new Prose(read.text().strip(), numbers(read.markers(), -1, Integer.MAX_VALUE)));
                parts.add(new Layout("\n"));
            }
        }
        table.clear();
    }

    /**
     * Tells the sentences of a line that were not told yet.
     *
     * @param over how many of a text's sentences are sure to be over
     */
    private void sentences(String line, ToIntBiFunction<String, List<Span>> over, List<Part> parts) {
        Markers.Read read = Markers.read(TAG.matcher(line).replaceAll(""), passages);
        List<Span> spans = Sentences.split(read.text());
        int sure = over.applyAsInt(read.text(), spans);
        for (int at = 0; at < sure; at++) {
            Span span = spans.get(at);
            if (span.end() <= told) {
                continue;
            }
            // As a line grows, what was told as a sentence may turn out to be the beginning of one: its rest is told.
            int start = Math.max(span.start(), told);
            if (start > told) {
                parts.add(new Layout(read.text().substring(told, start)));
            }
            int next = at + 1 < spans.size() ? spans.get(at + 1).start() : Integer.MAX_VALUE;
            String text = read.text().substring(start, span.end());
            if (!text.isBlank()) {
                parts.add(new Prose(text, numbers(read.markers(), told == 0 ? -1 : start, next)));
            }
            told = span.end();
        }
    }

    /** A sentence is over when the next one has a whole word. */
    private static int sure(String text, List<Span> spans) {
        if (spans.size() < 2) {
            return 0;
        }
        String last = text.substring(spans.getLast().start());
        return last.strip().contains(" ") ? spans.size() - 1 : spans.size() - 2;
    }

    /** Where nothing more comes, the last sentence is over when it ends like one. */
    private static int ended(String text, List<Span> spans) {
        return ENDED.matcher(text).find() ? spans.size() : Math.max(0, spans.size() - 1);
    }

    private static List<Integer> numbers(List<Marker> markers, int after, int upTo) {
        return markers.stream()
                .filter(marker -> marker.at() > after && marker.at() <= upTo)
                .map(Marker::number)
                .distinct()
                .toList();
    }

    /** A part of an answer. */
    sealed interface Part {

        /** As it is written. */
        String text();
    }

    /**
     * A sentence.
     *
     * @param text Markdown, without markers
     * @param cited numbers of the passages that the model cites for it
     */
    record Prose(String text, List<Integer> cited) implements Part {

        Prose {
            cited = List.copyOf(cited);
        }
    }

    /** A block of code with its fences and the end of its last line. */
    record Code(String text) implements Part {}

    /** A heading or the head of a table, with the end of its line. */
    record Heading(String text) implements Part {}

    /** Space, bullets, rules. */
    record Layout(String text) implements Part {}
}
