package io.docent.answer;

import io.docent.answer.Quantity.Bound;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the words around a number limit it: "more than", "up to", "about". English. */
final class Bounds {

    private static final Set<String> AT_LEAST = phrases(
            "at least;more than;over;above;exceeding;exceeded;exceed;exceeds;minimum of;a minimum;minimum;min;no less than"
                    + ";no fewer than;not less than;not fewer than;greater than;upwards of;beyond;as early as;longer than"
                    + ";larger than;older than;higher than;bigger than;wider than;heavier than;later than;further than"
                    + ";surpassed;surpassing;not earlier than;no earlier than;no sooner than;not before;no shorter than");
    private static final Set<String> AT_MOST = phrases(
            "at most;at the most;less than;up to;under;below;fewer than;no more than;not more than;maximum of;a maximum"
                    + ";maximum;max;smaller than;lower than;shorter than;earlier than;as much as;as many as;as long as"
                    + ";as large as;as high as;as far as;as late as;not exceed;not exceeding;limited to;younger than;within"
                    + ";no later than;not later than;no longer than;not longer than;no higher than;no larger than;limit of"
                    + ";ceiling of;cap of;capped at;short of");
    private static final Set<String> ABOUT = phrases(
            "about;approximately;around;roughly;nearly;almost;some;circa;approx;estimated;estimated at;close to;just over"
                    + ";just under;slightly more than;slightly less than;an estimated;ca;more or");

    /** Turned round by a negation before them: "must not be higher than". */
    private static final Set<String> COMPARING = AT_LEAST.stream()
            .filter(phrase -> !phrase.matches("(not?|at|min).*"))
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> LATEST = phrases("up to;until;no later than;not later than;at the latest");
    private static final Set<String> EARLIEST = phrases("not earlier than;no earlier than;at the earliest");

    private static final Set<String> OR_MORE =
            Set.of("more", "longer", "older", "later", "above", "over", "higher", "greater", "larger", "upwards");
    private static final Set<String> OR_LESS =
            Set.of("less", "fewer", "younger", "earlier", "below", "under", "lower", "shorter", "smaller");

    private static final int LONGEST = 3;
    private static final int REACH = 3;

    private Bounds() {}

    private static Set<String> phrases(String phrases) {
        return Stream.of(phrases.split(";")).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * What the words around a number make of it.
     *
     * @param from the number's first word
     * @param to after its last
     */
    static Bound of(List<Word> words, int from, int to) {
        for (int length = LONGEST; length >= 1; length--) {
            if (from - length < 0) {
                continue;
            }
            String phrase =
                    words.subList(from - length, from).stream().map(Word::lower).collect(Collectors.joining(" "));
            if (ABOUT.contains(phrase)) {
                return Bound.ABOUT;
            }
            // "No later than two weeks before" leaves two weeks or more.
            if (LATEST.contains(phrase) && isBefore(words, to)) {
                return Bound.AT_LEAST;
            }
            if (EARLIEST.contains(phrase) && isBefore(words, to)) {
                return Bound.AT_MOST;
            }
            if (COMPARING.contains(phrase) && isDenied(words, from - length)) {
                return Bound.AT_MOST;
            }
            if (AT_LEAST.contains(phrase)) {
                return Bound.AT_LEAST;
            }
            if (AT_MOST.contains(phrase)) {
                return Bound.AT_MOST;
            }
        }
        return behind(words, to);
    }

    private static Bound behind(List<Word> words, int to) {
        for (int at = to; at + 1 < Math.min(words.size(), to + REACH); at++) {
            String next = words.get(at + 1).lower();
            boolean or = Set.of("or", "and").contains(words.get(at).lower());
            if (or && OR_MORE.contains(next)) {
                return Bound.AT_LEAST;
            }
            if (or && OR_LESS.contains(next)) {
                return Bound.AT_MOST;
            }
        }
        return Bound.NONE;
    }

    private static boolean isDenied(List<Word> words, int at) {
        return words.subList(Math.max(0, at - REACH), at).stream()
                .anyMatch(word -> Set.of("not", "never", "cannot").contains(word.lower())
                        || word.lower().endsWith("n't"));
    }

    private static boolean isBefore(List<Word> words, int to) {
        return words.subList(Math.min(to, words.size()), Math.min(to + REACH, words.size())).stream()
                .anyMatch(
                        word -> Set.of("before", "prior", "ahead", "beforehand").contains(word.lower()));
    }
}
