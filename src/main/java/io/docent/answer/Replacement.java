package io.docent.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a sentence that is nearly one of a source has another name, or an opposite, where the source has its own: the two
 * are aligned by their longest common subsequence, and what differs between the same neighbours was replaced. It sees what
 * comparing sets of words cannot, where the wrong word stands elsewhere in the source.
 */
final class Replacement {

    /** Share of the sentence's words that have to be in the source's order; less is another way to say it. */
    private static final double ALIGNED = 0.6;

    private static final double NEARLY_ALL = 0.75;
    private static final int FEWEST = 4;
    private static final int LONGEST = 4;

    private Replacement() {}

    /** What stands in whose place, for the reader. */
    static Optional<String> in(Statement claim, Statement source) {
        List<Word> said = meaningful(claim);
        List<Word> there = meaningful(source);
        List<int[]> same = aligned(said, there);
        if (same.size() < FEWEST || same.size() < ALIGNED * said.size()) {
            return Optional.empty();
        }
        same.add(new int[] {said.size(), there.size()});
        int i = 0;
        int j = 0;
        for (int[] pair : same) {
            Optional<String> wrong = between(said.subList(i, pair[0]), there.subList(j, pair[1]));
            if (wrong.isPresent()) {
                return wrong;
            }
            i = pair[0] + 1;
            j = pair[1] + 1;
            if (i > said.size() || j > there.size()) {
                break;
            }
        }
        return Optional.empty();
    }

    /** Which share of a sentence's words stands in a source in their order, in [0, 1]: how closely it follows its words. */
    static double closeness(Statement claim, Statement source) {
        List<Word> said = meaningful(claim);
        return said.isEmpty() ? 1 : aligned(said, meaningful(source)).size() / (double) said.size();
    }

    /** Which share of a sentence's words stands in a source in whatever order, in [0, 1]. */
    static double common(Statement claim, Statement source) {
        List<Word> said = meaningful(claim);
        Set<String> there = source.keys();
        long same = said.stream().filter(word -> there.contains(word.key())).count();
        return said.isEmpty() ? 1 : same / (double) said.size();
    }

    /** Content words that stand where the source has one other word: "chemistry" for "physics". */
    static List<Word> words(Statement claim, Statement source) {
        List<Word> said = meaningful(claim);
        List<Word> there = meaningful(source);
        List<int[]> same = aligned(said, there);
        List<Word> replaced = new ArrayList<>();
        if (same.size() < NEARLY_ALL * said.size()) {
            return replaced;
        }
        int i = 0;
        int j = 0;
        same.add(new int[] {said.size(), there.size()});
        for (int[] pair : same) {
            boolean single = pair[0] - i == 1 && pair[1] - j == 1;
            if (single && said.get(i).is(Word.Kind.CONTENT) && there.get(j).is(Word.Kind.CONTENT)) {
                replaced.add(said.get(i));
            }
            i = pair[0] + 1;
            j = pair[1] + 1;
        }
        return replaced;
    }

    private static List<Word> meaningful(Statement statement) {
        List<Word> words = new ArrayList<>();
        for (Word word : statement.words()) {
            if (!word.is(Word.Kind.FUNCTION) || Lexicon.english().hasOpposite(word.key())) {
                words.add(word);
            }
        }
        return words;
    }

    private static Optional<String> between(List<Word> said, List<Word> there) {
        if (said.isEmpty() || there.isEmpty() || said.size() > LONGEST || there.size() > LONGEST) {
            return Optional.empty();
        }
        for (Word word : said) {
            if (there.stream().anyMatch(other -> isSame(word, other))) {
                continue;
            }
            for (Word other : there) {
                boolean otherName = word.is(Word.Kind.NAME)
                        && other.is(Word.Kind.NAME)
                        && said.stream().noneMatch(one -> isSame(one, other));
                if (otherName || Lexicon.english().areOpposites(word.key(), other.key())) {
                    return Optional.of("it says “" + other.text() + "”, not “" + word.text() + "”");
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isSame(Word word, Word other) {
        return word.key().equals(other.key())
                || Names.areSame(word.key(), other.key())
                || (Lexicon.english().areSynonyms(word.key(), other.key())
                        && !Lexicon.english().areOpposites(word.key(), other.key()));
    }

    /** Positions of the same words in the same order, as many as there can be. */
    private static List<int[]> aligned(List<Word> said, List<Word> there) {
        int[][] length = new int[said.size() + 1][there.size() + 1];
        for (int i = said.size() - 1; i >= 0; i--) {
            for (int j = there.size() - 1; j >= 0; j--) {
                length[i][j] = said.get(i).key().equals(there.get(j).key())
                        ? length[i + 1][j + 1] + 1
                        : Math.max(length[i + 1][j], length[i][j + 1]);
            }
        }
        List<int[]> pairs = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < said.size() && j < there.size()) {
            if (said.get(i).key().equals(there.get(j).key())) {
                pairs.add(new int[] {i++, j++});
            } else if (length[i + 1][j] >= length[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        return pairs;
    }
}
