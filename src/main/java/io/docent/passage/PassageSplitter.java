package io.docent.passage;

import io.docent.document.Document;
import io.docent.document.Heading;
import io.docent.document.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Splits a document into passages: whole sentences, one section each, paragraphs kept together where they fit. All
 * sentences of a passage begin on one page, so that its page is that of every quote from it. Only a sentence that alone is longer than a passage may be is cut, at a space. Every character of the text but white space
 * is in exactly one passage, or in a heading that is in some passage's trail. For any thread.
 */
public final class PassageSplitter {

    private final ToIntFunction<String> tokens;
    private final int maximum;
    private final int enough;

    /**
     * @param tokens counts the embedding model's tokens of a text
     * @param maximum of tokens in a passage
     * @param enough tokens for a passage to stand alone: paragraphs are added up to it
     */
    public PassageSplitter(ToIntFunction<String> tokens, int maximum, int enough) {
        if (enough < 1 || maximum < enough) {
            throw new IllegalArgumentException(
                    "a passage's enough tokens are 1 up to its maximum " + maximum + ", not " + enough);
        }
        this.tokens = tokens;
        this.maximum = maximum;
        this.enough = enough;
    }

    /** In the order of the text; never empty. */
    public List<Passage> split(Document document) {
        List<Passage> passages = new ArrayList<>();
        for (Section section : Section.of(document)) {
            for (Span span : spans(document, section.body())) {
                passages.add(passage(document, passages.size(), section.trail(), span));
            }
        }
        return passages;
    }

    private static Passage passage(Document document, int position, List<String> headings, Span span) {
        return new Passage(
                document.id(), position, headings, page(document, span.start()), span, span.of(document.text()));
    }

    private static @Nullable Integer page(Document document, int offset) {
        Integer number = null;
        for (Page page : document.pages()) {
            if (page.start() > offset) {
                break;
            }
            number = page.number();
        }
        return number;
    }

    private List<Span> spans(Document document, Span section) {
        List<Span> spans = new ArrayList<>();
        for (List<Piece> page : byPage(document, sentences(document.text(), section))) {
            spans.addAll(spans(document.text(), page));
        }
        return spans;
    }

    /** Sentences that begin on one page, page after page. */
    private static List<List<Piece>> byPage(Document document, List<Piece> sentences) {
        List<List<Piece>> pages = new ArrayList<>();
        Integer before = null;
        for (Piece sentence : sentences) {
            Integer page = page(document, sentence.span.start());
            if (pages.isEmpty() || !Objects.equals(page, before)) {
                pages.add(new ArrayList<>());
            }
            pages.getLast().add(sentence);
            before = page;
        }
        return pages;
    }

    private List<Span> spans(String text, List<Piece> sentences) {
        List<Piece> passages = new ArrayList<>();
        for (Piece paragraph : announced(text, paragraphs(text, sentences))) {
            Piece last = passages.isEmpty() ? null : passages.getLast();
            if (last != null && belongTogether(last, paragraph)) {
                passages.set(passages.size() - 1, last.plus(paragraph));
            } else {
                passages.add(paragraph);
            }
        }
        return passages.stream().map(Piece::span).toList();
    }

    /** What announces something, as a term its definition, in one with it where both fit. */
    private List<Piece> announced(String text, List<Piece> paragraphs) {
        List<Piece> joined = new ArrayList<>();
        for (Piece paragraph : paragraphs) {
            Piece last = joined.isEmpty() ? null : joined.getLast();
            if (last != null && text.charAt(last.span.end() - 1) == ':' && last.tokens + paragraph.tokens <= maximum) {
                joined.set(joined.size() - 1, last.plus(paragraph));
            } else {
                joined.add(paragraph);
            }
        }
        return joined;
    }

    private boolean belongTogether(Piece passage, Piece next) {
        return passage.tokens + next.tokens <= maximum && (passage.tokens < enough || next.tokens < enough / 2);
    }

    /** Paragraphs, those too long for one passage cut into pieces of much the same size. */
    private List<Piece> paragraphs(String text, List<Piece> sentences) {
        List<Piece> paragraphs = new ArrayList<>();
        List<Piece> paragraph = new ArrayList<>();
        for (Piece sentence : sentences) {
            if (!paragraph.isEmpty()
                    && Lines.blankLineBetween(text, paragraph.getLast().span.end(), sentence.span.start())) {
                paragraphs.addAll(cut(paragraph));
                paragraph.clear();
            }
            paragraph.add(sentence);
        }
        paragraphs.addAll(cut(paragraph));
        return paragraphs;
    }

    private List<Piece> cut(List<Piece> sentences) {
        List<Piece> pieces = new ArrayList<>();
        int rest = sentences.stream().mapToInt(Piece::tokens).sum();
        Piece piece = null;
        int target = 0;
        for (Piece sentence : sentences) {
            if (piece == null) {
                target = rest / ((rest + maximum - 1) / maximum);
                piece = sentence;
            } else if (piece.tokens + sentence.tokens <= maximum && piece.tokens + sentence.tokens / 2 <= target) {
                piece = piece.plus(sentence);
            } else {
                rest -= piece.tokens;
                pieces.add(piece);
                target = rest / ((rest + maximum - 1) / maximum);
                piece = sentence;
            }
        }
        if (piece != null) {
            pieces.add(piece);
        }
        return pieces;
    }

    private List<Piece> sentences(String text, Span section) {
        List<Piece> sentences = new ArrayList<>();
        int end = section.start();
        for (Span sentence : SentenceSplitter.split(text, section.start(), section.end())) {
            // A bullet stands between two sentences and belongs to the second.
            Span whole = Lines.trimmed(text, end, sentence.end());
            end = sentence.end();
            if (whole != null) {
                add(text, whole, sentences);
            }
        }
        return sentences;
    }

    /** Adds a sentence, halved at a space as often as it takes to get under the maximum. */
    private void add(String text, Span sentence, List<Piece> sentences) {
        int count = Math.max(1, tokens.applyAsInt(sentence.of(text)));
        if (count <= maximum || sentence.length() < 2) {
            sentences.add(new Piece(sentence, Math.min(count, maximum)));
            return;
        }
        int middle = placeToCut(text, sentence);
        Span left = Lines.trimmed(text, sentence.start(), middle);
        Span right = Lines.trimmed(text, middle, sentence.end());
        if (left != null) {
            add(text, left, sentences);
        }
        if (right != null) {
            add(text, right, sentences);
        }
    }

    /** The space nearest the middle, or the middle of a text without spaces, never inside a surrogate pair. */
    private static int placeToCut(String text, Span sentence) {
        int middle = sentence.start() + sentence.length() / 2;
        for (int distance = 0; distance < sentence.length() / 3; distance++) {
            if (Character.isWhitespace(text.charAt(middle - distance))) {
                return middle - distance;
            }
            if (Character.isWhitespace(text.charAt(middle + distance))) {
                return middle + distance;
            }
        }
        return Character.isLowSurrogate(text.charAt(middle)) && middle - 1 > sentence.start() ? middle - 1 : middle;
    }

    /** A piece of text and how many tokens it has. */
    private record Piece(Span span, int tokens) {

        Piece plus(Piece next) {
            return new Piece(span.union(next.span), tokens + next.tokens);
        }
    }

    /** What stands between one heading and the next. */
    private record Section(List<String> trail, Span body) {

        static List<Section> of(Document document) {
            List<Section> sections = new ArrayList<>();
            List<Heading> headings = document.headings();
            String text = document.text();
            addBody(
                    text,
                    List.of(),
                    0,
                    headings.isEmpty() ? text.length() : headings.getFirst().start(),
                    sections);
            List<Heading> trail = new ArrayList<>();
            for (int i = 0; i < headings.size(); i++) {
                Heading heading = headings.get(i);
                Heading next = i + 1 < headings.size() ? headings.get(i + 1) : null;
                trail.removeIf(above -> above.level() >= heading.level());
                int body = Math.min(
                        text.length(), heading.start() + heading.title().length());
                int end = next == null ? text.length() : next.start();
                boolean hasBody = addBody(text, titles(trail, heading), body, end, sections);
                if (!hasBody && (next == null || next.level() <= heading.level())) {
                    // Nothing stands under it: it is all there is to find and to quote.
                    addBody(text, titles(trail), heading.start(), end, sections);
                }
                trail.add(heading);
            }
            return sections;
        }

        private static boolean addBody(String text, List<String> trail, int start, int end, List<Section> sections) {
            Span body = start < end ? Lines.trimmed(text, start, end) : null;
            return body != null && sections.add(new Section(trail, body));
        }

        private static List<String> titles(List<Heading> trail, Heading... last) {
            return Stream.concat(trail.stream(), Stream.of(last))
                    .map(Heading::title)
                    .toList();
        }
    }
}
