package io.docent.answer;

import io.docent.answer.Evidence.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What of a sentence has to stand in a source to the letter: quantities with their units, dates, names, negations,
 * comparisons, opposites, and who did what to whom. English for the most part; numbers and names of any language.
 */
final class Facts {

    private static final Set<String> PREPOSITIONS = Set.of(
            "before", "after", "with", "without", "in", "out", "on", "off", "up", "down", "over", "under", "above",
            "below", "from", "to", "behind");

    private Facts() {}

    /** What a unit does not bear out, each as a reason for the reader; empty where it bears all of it out. */
    static List<String> missing(Statement claim, Unit unit, boolean isFree) {
        List<String> missing = new ArrayList<>();
        Amounts.missing(claim, unit, isFree, missing);
        names(claim, unit, isFree, missing);
        opposites(claim, unit, isFree, missing);
        Denials.missing(claim, unit.statement(), isFree, missing);
        Degrees.missing(claim, unit, isFree, missing);
        Causes.missing(claim, unit, missing);
        return missing;
    }

    private static void names(Statement claim, Unit unit, boolean isFree, List<String> missing) {
        Set<String> own = unit.statement().keys();
        Set<String> around = unit.contextKeys();
        around.addAll(unit.beforeKeys());
        List<Word> words = claim.words();
        boolean otherSubject = namesAnotherSubject(claim, unit);
        for (int at = 0; at < words.size(); at++) {
            Word word = words.get(at);
            if (!word.is(Word.Kind.NAME)
                    || isCurrency(word)
                    || Names.isAmong(word, own, unit.statement())
                    || Names.isAbbreviated(words, at, own)) {
                continue;
            }
            if (isFullNameOf(words, at, unit)) {
                continue;
            }
            boolean above = Names.isAmong(word, around, unit.context().getFirst())
                    || Names.isAbbreviated(words, at, around)
                    || (isFree && isOfThePassage(word, claim, unit));
            boolean otherFirst = isFree && isOtherSubject(words, at, unit.statement());
            if (!above || otherSubject || otherFirst || isReplaced(claim, at, unit.statement(), isFree)) {
                missing.add("“" + word.text() + "” is not there");
            }
        }
    }

    /** "EUR 39", where the number is looked at with its unit. */
    private static boolean isCurrency(Word word) {
        return word.text().matches("\\p{Lu}{3}") && MeasureUnit.named(word.lower()) != null;
    }

    /** Whether the passage has a name that the sentence leaves out, and the sentence none that the claim does not have. */
    private static boolean isOfThePassage(Word name, Statement claim, Unit unit) {
        return unit.passage().stream().anyMatch(one -> Names.isAmong(name, one.keys(), one))
                && unit.statement().of(Word.Kind.NAME).stream()
                        .filter(other -> !Lexicon.english().knows(other.key()))
                        .allMatch(other -> Names.isAmong(other, claim.keys(), claim));
    }

    /** Whether a name that the source shortens stands in full elsewhere in its passage: Ms Nadir, Farah Nadir. */
    private static boolean isFullNameOf(List<Word> words, int at, Unit unit) {
        for (int other : new int[] {at - 1, at + 1}) {
            if (other < 0
                    || other >= words.size()
                    || !words.get(other).is(Word.Kind.NAME)
                    || !unit.statement().keys().contains(words.get(other).key())) {
                continue;
            }
            String first = words.get(Math.min(at, other)).key();
            String second = words.get(Math.max(at, other)).key();
            boolean together = Stream.concat(unit.passage().stream(), unit.context().stream())
                    .anyMatch(one -> one.hasInARow(first, second));
            if (together) {
                return true;
            }
        }
        return false;
    }

    /** Whether the source has another name in this one's place. */
    private static boolean isReplaced(Statement claim, int at, Statement source, boolean isFree) {
        for (int other = 0; other < source.words().size(); other++) {
            Word found = source.words().get(other);
            // "The Provider" is a word with a capital letter.
            boolean isName =
                    found.is(Word.Kind.NAME) && !(isFree && Lexicon.english().knows(found.key()));
            if (isName && !Names.isAmong(found, claim.keys(), claim) && isAligned(claim, at, source, other)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a sentence begins with a name that is not in the source, which begins with another one. */
    private static boolean isOtherSubject(List<Word> words, int at, Statement source) {
        boolean begins = words.subList(0, at).stream().allMatch(word -> word.is(Word.Kind.FUNCTION));
        return begins
                && source.words().stream()
                        .filter(word -> !word.is(Word.Kind.FUNCTION))
                        .findFirst()
                        .filter(word -> word.is(Word.Kind.NAME))
                        .isPresent();
    }

    /** A sentence that begins with a name is about that one, whatever its title says. */
    private static boolean namesAnotherSubject(Statement claim, Unit unit) {
        List<Word> words = unit.statement().words();
        Optional<Word> first =
                words.stream().filter(word -> !word.is(Word.Kind.FUNCTION)).findFirst();
        return first.isPresent() && first.get().is(Word.Kind.NAME) && !Names.isAmong(first.get(), claim.keys(), claim);
    }

    private static void opposites(Statement claim, Unit unit, boolean isFree, List<String> missing) {
        Lexicon lexicon = Lexicon.english();
        Statement source = unit.statement();
        Set<String> said = claim.keys();
        Set<String> there = source.keys();
        for (int at = 0; at < claim.words().size(); at++) {
            Word word = claim.words().get(at);
            if (there.contains(word.key()) || word.is(Word.Kind.NUMBER)) {
                continue;
            }
            for (int other = 0; other < source.words().size(); other++) {
                Word found = source.words().get(other);
                boolean opposite = lexicon.areOpposites(word.key(), found.key());
                boolean denied = claim.denied().contains(at) != source.denied().contains(other);
                // A preposition has its opposite in most sentences.
                boolean bare = isFree && PREPOSITIONS.contains(word.lower());
                boolean aligned =
                        bare ? isBetweenTheSame(claim, at, source, other) : isAligned(claim, at, source, other);
                boolean sure = aligned || (!bare && !said.contains(found.key()) && !hasSynonym(word, there));
                if (opposite && !denied && sure && !(isFree && isTheSame(claim, at, word, found))) {
                    missing.add("it says “" + found.text() + "”, not “" + word.text() + "”");
                    break;
                }
            }
        }
    }

    /** "With no need" is without; who was taught by someone learned from them. */
    private static boolean isTheSame(Statement claim, int at, Word word, Word found) {
        boolean without = word.lower().equals("with")
                && found.lower().equals("without")
                && neighbour(claim, at + 1).equals("no");
        return without || Lexicon.areConverse(word.key(), found.key());
    }

    private static boolean isBetweenTheSame(Statement claim, int at, Statement source, int other) {
        return neighbour(claim, at - 1).equals(neighbour(source, other - 1))
                && neighbour(claim, at + 1).equals(neighbour(source, other + 1));
    }

    /** Whether two words have the same neighbour. */
    private static boolean isAligned(Statement claim, int at, Statement source, int other) {
        return neighbour(claim, at - 1).equals(neighbour(source, other - 1))
                || neighbour(claim, at + 1).equals(neighbour(source, other + 1));
    }

    private static String neighbour(Statement statement, int at) {
        List<Word> words = statement.words();
        return at < 0 || at >= words.size() ? "|" : words.get(at).key();
    }

    private static boolean hasSynonym(Word word, Set<String> keys) {
        return keys.stream().anyMatch(key -> Lexicon.english().areSynonyms(word.key(), key));
    }
}
