package io.docent.answer;

import io.docent.passage.SentenceSplitter;
import io.docent.passage.Span;
import io.docent.retrieval.BackReference;
import io.docent.retrieval.ScoredSentence;
import io.docent.retrieval.Surroundings;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is quoted for a sentence: the sentence, and what it cannot be read without. A sentence that points back brings
 * the one before it, and one whose subject is a label all from the label on. A line that announces a list brings the
 * list; a line of code its block where somebody asks how to do something; a comment in code the line it speaks of.
 */
final class QuotedUnit {

    /** Lists and tables may be longer than an answer of sentences. */
    static final int LONGEST_LIST = 1_500;

    private static final int LONGEST_WITH_PREDECESSOR = 500;

    private static final int LONGEST_WITH_LABEL = 300;

    /** An item that is no sentence is read with what announces it, unless that is too much to read. */
    private static final int LONGEST_FOR_A_FRAGMENT = 500;

    private static final Pattern ANNOUNCES =
            Pattern.compile("\\b(following|below|folgenden?|suivante?s|siguientes?)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern ASKS_FOR_SEVERAL = Pattern.compile(
            "^\\W*(what|which|who) (\\w+ )?(are|were|all|kinds?|types?|steps|options|ways|reasons|requirements|benefits|features)\\b"
                    + "|\\b(list|name|enumerate|steps|how (do|to|can|should)|what do i need|options|requirements|prerequisites)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ITEM =
            Pattern.compile("[ \\t]*([-*+•·▪◦‣–—]|\\(?(\\d{1,3}|[a-zA-Z])[.)])[ \\t]+\\S.*");

    private static final Pattern ASKS_HOW =
            Pattern.compile("\\b(how (do|to|can|should|would)|steps|command|example)\\b", Pattern.CASE_INSENSITIVE);

    /** Long enough to be about something. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]{3,}");

    private static final Pattern COMMENT = Pattern.compile("(#|//|--\\s|/\\*|\\*\\s).*");

    private QuotedUnit() {}

    /** What marks the answer in a list of questions and answers. */
    private static final Pattern MARK = Pattern.compile("(?:A|Answer|Antwort|R[ée]ponse|Respuesta)\\s*:\\s+");

    /**
     * The span to quote, in the passage's text.
     *
     * @param before the sentence before
     * @param label of its entry, as {@link Surroundings} tells it
     */
    static Span of(ScoredSentence sentence, Span before, @Nullable Span label, String question) {
        String text = sentence.passage().passage().text();
        Span span = withoutMark(text, sentence.span());
        if (text.charAt(span.end() - 1) == ':' || announcesList(text, span)) {
            return withFollowingLines(text, span);
        }
        Span code = SentenceSplitter.codeAround(text, span).orElse(span);
        if (!code.equals(span)) {
            return inCode(text, span, code, question);
        }
        if (isItem(text, span)) {
            Span list = wholeList(text, span);
            boolean fragment = !Character.isUpperCase(text.codePointAt(span.start()))
                    || Character.isLetterOrDigit(text.charAt(span.end() - 1));
            if (ASKS_FOR_SEVERAL.matcher(question).find() || (fragment && list.length() <= LONGEST_FOR_A_FRAGMENT)) {
                return list;
            }
        }
        if (label != null
                && label.end() <= span.start()
                && span.end() - label.start() <= LONGEST_WITH_LABEL
                && !isBelowAnnounced(text, label, span)
                && isAskedOnlyBy(label.of(text), span.of(text), question)) {
            return label.union(span);
        }
        if (!before.equals(span)
                && BackReference.opens(sentence.text())
                && span.end() - before.start() <= LONGEST_WITH_PREDECESSOR) {
            return withoutMark(text, before.union(span));
        }
        return span;
    }

    /** Whether a label is a line that announces a list or a paragraph, and a span stands behind that. */
    private static boolean isBelowAnnounced(String text, Span label, Span span) {
        int colon = label.end();
        return lineEnd(text, colon) == colon + 1
                && span.start()
                        >= withFollowingLines(text, new Span(label.start(), colon + 1))
                                .end();
    }

    /** Whether a label has a word of the question that the sentence lacks. */
    private static boolean isAskedOnlyBy(String label, String sentence, String question) {
        Set<String> only = words(label);
        only.retainAll(words(question));
        only.removeAll(words(sentence));
        return !only.isEmpty();
    }

    private static Set<String> words(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Span inCode(String text, Span line, Span code, String question) {
        if (code.length() <= LONGEST_FOR_A_FRAGMENT
                && ASKS_HOW.matcher(question).find()) {
            return code;
        }
        int end = line.end();
        while (COMMENT.matcher(text.substring(lineStart(text, end), end).strip())
                        .matches()
                && end < code.end()) {
            end = lineEnd(text, nextLine(text, end));
        }
        return new Span(line.start(), Math.min(end, code.end()));
    }

    private static Span withoutMark(String text, Span span) {
        Matcher mark = MARK.matcher(text).region(span.start(), span.end());
        return mark.lookingAt() && mark.end() < span.end() ? new Span(mark.end(), span.end()) : span;
    }

    /** "… the following names." before a list. */
    private static boolean announcesList(String text, Span span) {
        int next = nextLine(text, span.end());
        return next > span.end()
                && next < text.length()
                && ANNOUNCES.matcher(span.of(text)).find()
                && ITEM.matcher(text.substring(next, lineEnd(text, next))).matches();
    }

    /** Whether the line that a span starts on is an item of a list. */
    private static boolean isItem(String text, Span span) {
        int start = lineStart(text, span.start());
        return ITEM.matcher(text.substring(start, lineEnd(text, span.start()))).matches();
    }

    private static Span withFollowingLines(String text, Span announcing) {
        int end = announcing.end();
        int from = nextLine(text, end);
        boolean item = from < text.length()
                && ITEM.matcher(text.substring(from, lineEnd(text, from))).matches();
        while (from < text.length()) {
            int to = lineEnd(text, from);
            String line = text.substring(from, to);
            boolean belongs = item ? ITEM.matcher(line).matches() : !line.isBlank();
            if (!belongs || to - announcing.start() > LONGEST_LIST) {
                break;
            }
            end = to;
            int next = to + 1;
            if (!item && next < text.length() && text.charAt(next) == '\n') {
                break;
            }
            from = item ? nextLine(text, to) : next;
        }
        return trimmed(text, announcing.start(), end);
    }

    /** The list around an item, with the line that announces it. */
    private static Span wholeList(String text, Span item) {
        int start = lineStart(text, item.start());
        while (start > 0) {
            int lineBefore = previousLine(text, start);
            String line = text.substring(lineBefore, lineEnd(text, lineBefore));
            boolean announces = line.stripTrailing().endsWith(":");
            if (!announces && !ITEM.matcher(line).matches()) {
                break;
            }
            start = lineBefore;
            if (announces) {
                break;
            }
        }
        int end = lineEnd(text, item.start());
        for (int from = nextLine(text, end); from < text.length(); from = nextLine(text, end)) {
            int to = lineEnd(text, from);
            if (!ITEM.matcher(text.substring(from, to)).matches() || to - start > LONGEST_LIST) {
                break;
            }
            end = to;
        }
        return trimmed(text, start, Math.max(end, item.end()));
    }

    private static int lineStart(String text, int at) {
        return text.lastIndexOf('\n', Math.max(0, at - 1)) + 1;
    }

    private static int lineEnd(String text, int at) {
        int newline = text.indexOf('\n', at);
        return newline < 0 ? text.length() : newline;
    }

    /** Start of the next line that is not blank; the text's length where there is none. */
    private static int nextLine(String text, int end) {
        int at = end;
        while (at < text.length() && text.charAt(at) == '\n') {
            at++;
        }
        return at;
    }

    private static int previousLine(String text, int start) {
        int end = start;
        while (end > 0 && text.charAt(end - 1) == '\n') {
            end--;
        }
        return end == 0 ? 0 : lineStart(text, end);
    }

    private static Span trimmed(String text, int start, int end) {
        int to = end;
        while (to > start && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        return new Span(start, to);
    }
}
