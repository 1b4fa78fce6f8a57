package io.docent.evaluation;

import io.docent.passage.Span;
import org.jspecify.annotations.Nullable;

/**
 * Where a part of a file stands in the text that is stored of it, which may lack marks and white space that the file
 * has. Letters and digits are compared, nothing else.
 */
final class Alignment {

    private final Letters original;
    private final Letters stored;

    Alignment(String original, String stored) {
        this.original = new Letters(original);
        this.stored = new Letters(stored);
    }

    /** The place of a part of the original in the stored text; null where it is not stored, or has no letter. */
    @Nullable
    Span locate(Span part) {
        int first = original.count(part.start());
        int length = original.count(Math.min(part.end(), original.textLength())) - first;
        if (length == 0) {
            return null;
        }
        int at = nearest(original.letters.substring(first, first + length), first);
        return at < 0 ? null : new Span(stored.place[at], stored.place[at + length - 1] + 1);
    }

    /** Of several places with the same letters, the one as far into the text. */
    private int nearest(String letters, int expected) {
        int before = stored.letters.lastIndexOf(letters, expected);
        int after = stored.letters.indexOf(letters, expected);
        if (before < 0 || after < 0) {
            return Math.max(before, after);
        }
        return expected - before <= after - expected ? before : after;
    }

    /** The letters and digits of a text, and where each stands. */
    private static final class Letters {

        private final String letters;
        private final int[] place;
        private final int[] before;

        Letters(String text) {
            StringBuilder found = new StringBuilder();
            int[] places = new int[text.length()];
            before = new int[text.length() + 1];
            for (int i = 0; i < text.length(); i++) {
                before[i] = found.length();
                char c = text.charAt(i);
                if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
                    places[found.length()] = i;
                    found.append(c);
                }
            }
            before[text.length()] = found.length();
            letters = found.toString();
            place = places;
        }

        /** How many stand before an offset of the text. */
        int count(int offset) {
            return before[offset];
        }

        int textLength() {
            return before.length - 1;
        }
    }
}
