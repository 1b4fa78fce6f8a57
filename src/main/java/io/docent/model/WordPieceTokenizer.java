package io.docent.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * BERT's uncased WordPiece: lower case, no accents, punctuation and CJK characters apart, then the longest piece of the
 * vocabulary first (Devlin et al. 2019; Schuster and Nakajima 2012). Gives the same pieces as the model's own
 * tokenizer and, unlike it, their offsets in UTF-16 code units without a native library. Immutable, for any thread.
 */
public final class WordPieceTokenizer {

    /** A longer word is one unknown piece, as in the model's own tokenizer. */
    private static final int LONGEST_WORD = 100;

    private static final String CONTINUATION = "##";

    private final Map<String, Integer> vocabulary;
    private final int unknown;
    private final int firstWord;

    /** Whole words by their length, the most common first: a slip is looked for among three lengths only. */
    private final Map<Integer, List<String>> wordsByLength;

    /** @param vocabulary a piece's text to its row; continuing pieces start with {@code ##} */
    WordPieceTokenizer(Map<String, Integer> vocabulary) {
        this.vocabulary = vocabulary;
        this.unknown = row("[UNK]");
        this.firstWord = row("the");
        this.wordsByLength = vocabulary.keySet().stream()
                .filter(piece -> rank(piece) > 0 && !piece.startsWith(CONTINUATION))
                .sorted(Comparator.comparingInt(this::rank))
                .collect(Collectors.groupingBy(String::length));
    }

    /** Whether a piece stands for a word that has no pieces in the vocabulary. */
    public boolean isUnknown(int id) {
        return id == unknown;
    }

    /**
     * Whether the vocabulary has at least half of a text's pieces of two letters and more. Of a text in a script that it
     * was not made for it has only single letters, which say nothing, or nothing at all.
     *
     * @param tokens of this text
     */
    public boolean reads(String text, Tokens tokens) {
        int read = 0;
        int all = 0;
        for (int token = 0; token < tokens.size(); token++) {
            if (Character.isLetterOrDigit(text.codePointAt(tokens.starts()[token]))) {
                int length = tokens.ends()[token] - tokens.starts()[token];
                read += length > 1 && !isUnknown(tokens.ids()[token]) ? 1 : 0;
                all++;
            }
        }
        return all > 0 && 2 * read >= all;
    }

    /** Reads one piece a line, the first line being row 0. */
    static WordPieceTokenizer read(InputStream vocabulary) {
        Map<String, Integer> rows = HashMap.newHashMap(40_000);
        try (var lines = new BufferedReader(new InputStreamReader(vocabulary, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                rows.put(line, rows.size());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the model's vocabulary cannot be read", e);
        }
        return new WordPieceTokenizer(rows);
    }

    int row(String piece) {
        Integer row = vocabulary.get(piece);
        if (row == null) {
            throw new IllegalArgumentException("not in the vocabulary: " + piece);
        }
        return row;
    }

    /**
     * How common a word is: its place among the pieces of the vocabulary, which was filled with the most frequent of
     * English first, from 1; 0 for a word that is not whole in it, which is a rare one.
     */
    public int rank(String word) {
        Integer row = vocabulary.get(word.toLowerCase(Locale.ROOT));
        return row == null || row < firstWord ? 0 : row - firstWord + 1;
    }

    /** The most common word that is one slip of the finger away from {@code word}; nothing where there is none. */
    public Optional<String> wordNear(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return IntStream.rangeClosed(lower.length() - 1, lower.length() + 1)
                .mapToObj(length -> wordsByLength.getOrDefault(length, List.of()).stream()
                        .filter(other -> Slip.isBetween(lower, other))
                        .findFirst())
                .flatMap(Optional::stream)
                .min(Comparator.comparingInt(this::rank));
    }

    public int count(String text) {
        return tokenize(text).size();
    }

    public Tokens tokenize(String text) {
        Pieces pieces = new Pieces(text.length() / 3 + 8);
        Word word = new Word();
        int at = 0;
        while (at < text.length()) {
            int character = text.codePointAt(at);
            int next = at + Character.charCount(character);
            switch (Kind.of(character)) {
                case SPACE -> flush(word, pieces);
                case DROPPED -> {}
                case ALONE -> {
                    flush(word, pieces);
                    word.add(character, at, next);
                    flush(word, pieces);
                }
                case PART_OF_WORD -> word.add(character, at, next);
            }
            at = next;
        }
        flush(word, pieces);
        return pieces.toTokens();
    }

    private void flush(Word word, Pieces pieces) {
        if (word.length == 0) {
            return;
        }
        int before = pieces.size;
        String letters = new String(word.letters, 0, word.length);
        int from = 0;
        while (from < letters.length()) {
            int to = letters.length();
            Integer row = null;
            while (from < to) {
                String piece = letters.substring(from, to);
                row = vocabulary.get(from == 0 ? piece : CONTINUATION + piece);
                if (row != null) {
                    break;
                }
                to = letters.offsetByCodePoints(to, -1);
            }
            if (row == null || letters.codePointCount(0, letters.length()) > LONGEST_WORD) {
                pieces.size = before;
                pieces.add(unknown, word.starts[0], word.ends[word.length - 1]);
                break;
            }
            pieces.add(row, word.starts[from], word.ends[to - 1]);
            from = to;
        }
        word.length = 0;
    }

    /** What BERT's normaliser and pre-tokeniser make of a character. */
    private enum Kind {
        SPACE,
        DROPPED,
        ALONE,
        PART_OF_WORD;

        static Kind of(int character) {
            // Any other control character, vertical tab and form feed included, BERT drops and joins what it parted.
            if (character == '\t' || character == '\n' || character == '\r' || Character.isSpaceChar(character)) {
                return SPACE;
            }
            return switch (Character.getType(character)) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.PRIVATE_USE,
                        Character.SURROGATE,
                        Character.UNASSIGNED -> DROPPED;
                case Character.CONNECTOR_PUNCTUATION,
                        Character.DASH_PUNCTUATION,
                        Character.START_PUNCTUATION,
                        Character.END_PUNCTUATION,
                        Character.INITIAL_QUOTE_PUNCTUATION,
                        Character.FINAL_QUOTE_PUNCTUATION,
                        Character.OTHER_PUNCTUATION -> ALONE;
                default ->
                    character == 0xFFFD ? DROPPED : asciiSymbol(character) || chinese(character) ? ALONE : PART_OF_WORD;
            };
        }

        private static boolean asciiSymbol(int character) {
            return character < 128 && character > ' ' && !Character.isLetterOrDigit(character);
        }

        /** The blocks that BERT's tokenizer sets apart: Han characters only, neither kana nor hangul. */
        private static boolean chinese(int c) {
            return (c >= 0x4E00 && c <= 0x9FFF)
                    || (c >= 0x3400 && c <= 0x4DBF)
                    || (c >= 0x20000 && c <= 0x2A6DF)
                    || (c >= 0x2A700 && c <= 0x2B73F)
                    || (c >= 0x2B740 && c <= 0x2B81F)
                    || (c >= 0x2B820 && c <= 0x2CEAF)
                    || (c >= 0xF900 && c <= 0xFAFF)
                    || (c >= 0x2F800 && c <= 0x2FA1F);
        }
    }

    /** A word's letters, lower-cased and without accents, each with its place in the text. */
    private static final class Word {
        char[] letters = new char[64];
        int[] starts = new int[64];
        int[] ends = new int[64];
        int length;

        void add(int character, int start, int end) {
            if (character < 128) {
                append((char) Character.toLowerCase(character), start, end);
                return;
            }
            String decomposed = Normalizer.normalize(Character.toString(character), Normalizer.Form.NFD);
            decomposed.codePoints().forEach(part -> {
                if (Character.getType(part) != Character.NON_SPACING_MARK) {
                    for (char letter : lowerCase(part).toCharArray()) {
                        append(letter, start, end);
                    }
                }
            });
        }

        private static String lowerCase(int character) {
            return Character.toString(character).toLowerCase(Locale.ROOT);
        }

        private void append(char letter, int start, int end) {
            if (length == letters.length) {
                letters = Arrays.copyOf(letters, length * 2);
                starts = Arrays.copyOf(starts, length * 2);
                ends = Arrays.copyOf(ends, length * 2);
            }
            letters[length] = letter;
            starts[length] = start;
            ends[length] = end;
            length++;
        }
    }

    private static final class Pieces {
        int[] ids;
        int[] starts;
        int[] ends;
        int size;

        Pieces(int capacity) {
            ids = new int[capacity];
            starts = new int[capacity];
            ends = new int[capacity];
        }

        void add(int id, int start, int end) {
            if (size == ids.length) {
                ids = Arrays.copyOf(ids, size * 2);
                starts = Arrays.copyOf(starts, size * 2);
                ends = Arrays.copyOf(ends, size * 2);
            }
            ids[size] = id;
            starts[size] = start;
            ends[size] = end;
            size++;
        }

        Tokens toTokens() {
            return new Tokens(Arrays.copyOf(ids, size), Arrays.copyOf(starts, size), Arrays.copyOf(ends, size));
        }
    }
}
