package io.docent.chat;

import io.docent.history.Turn;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What "it", "the album" and "the house" are by the turns before, the last first. English. */
final class Things {

    private static final String NAME =
            "(?:\\p{Lu}|\\d+ \\p{Lu})[\\p{L}\\p{N}'’&.-]*(?: (?:(?:of|the|and|in|to|a|for) )*\\p{Lu}[\\p{L}\\p{N}'’&-]*)*";

    private static final String WORKS =
            "album|song|single|film|movie|book|novel|play|show|musical|record|poem|column|EP|game|series|tour";

    /** What the conversation itself may be about by its kind. */
    private static final String SELVES = "band|group|family|couple|company|article|section|year|time|first|same|war";

    /** "the album" with nothing behind that says which. */
    private static final Pattern KIND = Pattern.compile(
            "\\b(?<article>the|this|that) (?<kind>\\p{Ll}{3,})\\b(?=\\W*$|[,?]| (?:is|are|was|were|be|do|does|did|has|have|had"
                    + "|can|could|will|would|in|on|at|by|for|from|with|to|about|after|before|during|and|ever|get|got|go|made|make|put"
                    + "|sell|start|begin|end|still|really|also|take|win|well|built|made|popular|successful|\\p{L}+ed)\\b)",
            Pattern.CASE_INSENSITIVE);

    private static final String CALLED = "s?,? (?:(?:called|titled|entitled|named) )?[\"“]?(?<name>" + NAME + ")";

    private static final Pattern QUOTED = Pattern.compile("[\"“](?<name>\\p{Lu}[^\"“”]{1,60}?)[,.]?[\"”]");
    private static final Pattern WORK = Pattern.compile("\\b(?i:" + WORKS + ")" + CALLED);
    private static final Pattern IS_WORK = Pattern.compile("\\b(" + WORKS + ")\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern DATE = Pattern.compile(
            "(?:January|February|March|April|May|June|July|August|September|October|November|December)\\b.*|.*\\b\\d{4}");
    private static final Pattern NAMED_ALONE =
            Pattern.compile("\\W*(?:(?:the|a|an|in|his|her|their) )?(?<name>" + NAME + ")\\W*");

    private static final int MOST_TURNS = 4;

    private final List<Turn> before;
    private final Predicate<String> isOther;

    /** @param about whom or what the conversation is about, which is never what is looked for */
    Things(List<Turn> before, Optional<String> about) {
        this.before = before.subList(Math.max(0, before.size() - MOST_TURNS), before.size());
        this.isOther = name -> !DATE.matcher(name).matches()
                && about.stream().noneMatch(known -> known.contains(name) || name.contains(known));
    }

    /** The last thing with a name: what was answered, else what was asked about, else a title in the answer. */
    Optional<String> named() {
        Turn last = before.getLast();
        return alone(last)
                .filter(isOther)
                .or(() -> Mentions.names(last.searchedFor()).stream()
                        .filter(isOther)
                        .reduce((a, b) -> b))
                .or(() -> titles(last.answer()).filter(isOther).reduce((a, b) -> b));
    }

    /** The question with the name of what it calls by its kind. */
    String completed(String question) {
        Matcher found = KIND.matcher(question);
        while (found.find()) {
            String kind = found.group("kind");
            if (kind.matches(SELVES)) {
                continue;
            }
            Optional<String> name = before.reversed().stream()
                    .flatMap(turn -> called(kind, turn))
                    .findFirst();
            if (name.isPresent()) {
                return question.substring(0, found.start()) + found.group("article") + " " + name.get()
                        + question.substring(found.end());
            }
        }
        return question;
    }

    /** "the Farnsworth house", "the album Blue". */
    private Stream<String> called(String kind, Turn turn) {
        Stream<String> answered = IS_WORK.matcher(turn.question()).find()
                ? alone(turn).map(name -> kind + " " + name).stream()
                : Stream.of();
        return Stream.concat(
                answered.filter(isOther),
                Stream.of(turn.answer(), turn.searchedFor()).flatMap(text -> called(kind, text)));
    }

    /** An answer that is nothing but a name. */
    private static Optional<String> alone(Turn turn) {
        Matcher alone = NAMED_ALONE.matcher(turn.answer());
        return alone.matches() ? Optional.of(name(alone)) : Optional.empty();
    }

    private Stream<String> called(String kind, String text) {
        String quoted = Pattern.quote(kind);
        Stream<String> front = Pattern.compile("(?<name>" + NAME + ") (?i:" + quoted + ")\\b(?!\\))")
                .matcher(text)
                .results()
                .flatMap(result -> Mentions.names(", " + name(result)).stream())
                .filter(isOther)
                .map(name -> name + " " + kind);
        Stream<String> titles =
                IS_WORK.matcher(kind).find() ? titles(text).map(name -> kind + " " + name) : Stream.of();
        return Stream.of(titles, front).flatMap(found -> found).filter(isOther);
    }

    private static String name(MatchResult found) {
        return found.group("name").replaceAll("[.]+$", "");
    }

    private static Stream<String> titles(String text) {
        return Stream.concat(
                WORK.matcher(text).results().map(Things::name),
                QUOTED.matcher(text).results().map(Things::name));
    }
}
