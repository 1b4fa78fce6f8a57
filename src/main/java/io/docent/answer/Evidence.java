package io.docent.answer;

import io.docent.index.TokenVectors;
import io.docent.passage.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What sentences are checked against: passages taken apart, sentence by sentence. Made once for an answer. Immutable.
 *
 * @param sources the passages
 * @param units every sentence of every passage, and every list as a whole
 */
public record Evidence(List<Source> sources, List<Unit> units) {

    private static final int LONGEST_LIST = 1_500;

    private static final Pattern ITEM =
            Pattern.compile("[ \\t]*([-*+•·▪◦‣–—]|\\(?(\\d{1,3}|[a-zA-Z])[.)])[ \\t]+\\S.*");

    /** A sentence that needs the one before it to say whom it is about. */
    private static final Set<String> POINTING = Set.of(
            "he", "she", "it", "they", "him", "her", "his", "hers", "its", "their", "theirs", "them", "this", "these",
            "those", "former", "latter", "er", "sie", "es", "ihr", "ihre", "sein", "seine", "diese", "dieser", "dieses",
            "il", "elle", "ils", "elles", "su", "sus");

    public Evidence {
        sources = List.copyOf(sources);
        units = List.copyOf(units);
    }

    static Evidence of(List<Source> sources, StatementReader reader) {
        List<Unit> units = new ArrayList<>();
        for (int at = 0; at < sources.size(); at++) {
            add(sources.get(at), at, reader, units);
        }
        return new Evidence(sources, units);
    }

    private static void add(Source source, int index, StatementReader reader, List<Unit> units) {
        String text = source.text();
        Statement above = reader.read(Instructions.isOne(source.above()) ? "" : source.above());
        List<Span> spans = Sentences.split(text);
        List<Statement> statements =
                spans.stream().map(span -> reader.read(span.of(text))).toList();
        // Nobody may take a word from an instruction to a model, or from what follows it.
        int sound = 0;
        while (sound < spans.size() && !Instructions.isOne(spans.get(sound).of(text))) {
            sound++;
        }
        List<Statement> passage = statements.subList(0, sound);
        Statement header = null;
        Statement announcing = null;
        for (int at = 0; at < sound; at++) {
            String sentence = spans.get(at).of(text);
            boolean row = sentence.contains(" | ");
            boolean item = ITEM.matcher(line(text, spans.get(at).start())).matches();
            header = !row ? null : header == null ? statements.get(at) : header;
            if (!item) {
                announcing = sentence.endsWith(":") ? statements.get(at) : null;
            }
            List<Statement> context = new ArrayList<>();
            context.add(above);
            if (row && header != null) {
                context.add(header);
            }
            if (item && announcing != null) {
                context.add(announcing);
            }
            boolean points = pointsBack(statements.get(at));
            List<Statement> before = new ArrayList<>();
            for (int back = at - 1; points && back >= Math.max(0, at - 3); back--) {
                before.add(statements.get(back));
            }
            units.add(new Unit(index, at, spans.get(at), statements.get(at), context, before, passage));
        }
        if (sound == spans.size()) {
            lists(source, index, above, spans, passage, reader, units);
        }
    }

    /** Whether a pronoun comes before any name. */
    private static boolean pointsBack(Statement statement) {
        for (Word word : statement.words()) {
            if (POINTING.contains(word.lower())) {
                return true;
            }
            if (word.is(Word.Kind.NAME)) {
                return false;
            }
        }
        return false;
    }

    /** A list whose items stand in one line is prose: "1. Mix. 2. Bake." */
    private static boolean startsLine(String text, int at) {
        return text.substring(text.lastIndexOf('\n', Math.max(0, at - 1)) + 1, at)
                .matches("[^\\p{L}]*");
    }

    private static String line(String text, int at) {
        int start = text.lastIndexOf('\n', Math.max(0, at - 1)) + 1;
        int end = text.indexOf('\n', at);
        return text.substring(start, end < 0 ? text.length() : end);
    }

    /** A list can be told in one sentence. */
    private static void lists(
            Source source,
            int index,
            Statement above,
            List<Span> spans,
            List<Statement> passage,
            StatementReader reader,
            List<Unit> units) {
        String text = source.text();
        int at = 0;
        while (at < spans.size()) {
            int from = at;
            while (at < spans.size()
                    && startsLine(text, spans.get(at).start())
                    && ITEM.matcher(line(text, spans.get(at).start())).matches()) {
                at++;
            }
            if (at - from > 1) {
                int first = from > 0 && text.charAt(spans.get(from - 1).end() - 1) == ':' ? from - 1 : from;
                Span whole = spans.get(first).union(spans.get(at - 1));
                if (whole.length() <= LONGEST_LIST) {
                    units.add(new Unit(
                            index, first, whole, reader.read(whole.of(text)), List.of(above), List.of(), passage));
                }
            }
            at = Math.max(at, from + 1);
        }
    }

    /**
     * A passage.
     *
     * @param text the passage
     * @param above its document's title and the headings it stands under, each as a sentence
     * @param tokens the coded vectors of its tokens; {@link TokenVectors#NONE} where there are none
     */
    public record Source(String text, String above, TokenVectors tokens) {}

    /**
     * What can bear a sentence out: a sentence of a passage, or a list.
     *
     * @param source index of the passage
     * @param position of its first sentence in the passage
     * @param span in the passage
     * @param statement taken apart
     * @param context what it is read under: title, headings, a table's header, what announces a list
     * @param before the sentences before it, nearest first, where it points back to them
     * @param passage the sentences of its passage, up to an instruction to a model
     */
    public record Unit(
            int source,
            int position,
            Span span,
            Statement statement,
            List<Statement> context,
            List<Statement> before,
            List<Statement> passage) {

        public Unit {
            context = List.copyOf(context);
            before = List.copyOf(before);
            passage = List.copyOf(passage);
        }

        /** The sentence as it stands in the passage. */
        public String text() {
            return statement.text();
        }

        Set<String> contextKeys() {
            Set<String> keys = new HashSet<>();
            context.forEach(one -> keys.addAll(one.keys()));
            return keys;
        }

        Set<String> beforeKeys() {
            Set<String> keys = new HashSet<>();
            before.forEach(one -> keys.addAll(one.keys()));
            return keys;
        }
    }
}
