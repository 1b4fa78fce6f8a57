package io.docent.chat;

import io.docent.answer.Question;
import io.docent.history.Turn;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes a question stand alone by what it lacks from the turns before it: the person or thing a pronoun means, the
 * question that "and in 2019?" is a part of. A question that stands alone is left alone. English; a question in another
 * language is left as it is. For any thread.
 */
@Singleton
public final class FollowUps {

    /** How many turns back a search still looks. */
    private static final int TURNS_SEARCHED = 8;

    private static final Pattern PERSON = Pattern.compile("\\b(he|she|him|they|them)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern OWN =
            Pattern.compile("\\b(he|she|they|it|his|her|their|its)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern SEVERAL = Pattern.compile("\\b(they|them|their)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern SINGLE = Pattern.compile("\\b(he|she|him|his|her)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern SINGLE_PERSON = Pattern.compile("\\b(he|she|him)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern HIS = Pattern.compile("\\bhis\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern PERSONS = Pattern.compile("\\b(his|their)\\b", Pattern.CASE_INSENSITIVE);
    /** "her" owns what follows it, except at the end and before a word that nothing can own. */
    private static final Pattern HER = Pattern.compile(
            "\\bher\\b(?<own> (?!to\\b|in\\b|on\\b|at\\b|and\\b|from\\b|with\\b|about\\b)\\p{L})?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern THING = Pattern.compile(
            "\\bit\\b(?! (possible|necessary|true|better|safe|ok|okay|allowed|take|takes|take|make sense)\\b)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern THINGS = Pattern.compile("\\bits\\b", Pattern.CASE_INSENSITIVE);
    /** "this" and its like with nothing behind that they could belong to. */
    private static final Pattern BARE_DEMONSTRATIVE = Pattern.compile(
            "\\b(this|that|these|those)\\b(?=\\W*$|,| (mean|work|happen|cost|take|apply|include|do|is|are|was|were|has|have|had|in|on|at|by|for|so)\\b)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern THAT_CLAUSE = Pattern.compile(
            "\\b\\p{L}+ that (the|a|an|i|you|we|he|she|it|they|is|are|was|were|has|have|can|do)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern THERE = Pattern.compile(
            "(?<!\\b(is|are|was|were|be|been|will|has|have|had) )\\bthere\\b(?=\\W*$)", Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHERS = Pattern.compile(
            "\\b(other|others|another)\\b(?! (interesting|important|significant|notable))", Pattern.CASE_INSENSITIVE);
    private static final Pattern PART = Pattern.compile(
            "^(?:(?:and|or|but|also|ok|okay|so),? )*(?:(?:what|how) about |and |or |also )(?<part>.+?)[?.! ]*$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BARE = Pattern.compile(
            "^(?:and |but |so )?(?<word>why(?: not| is that| so)?|when(?: exactly)?|where(?: exactly)?|who|whom|how(?: so| exactly| much| many| long)?"
                    + "|which(?: ones?)?|since when|until when|what for|by whom|for example|such as)[?.! ]*$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MORE = Pattern.compile(
            "^(?:please )?(?:(?:can you )?(?:tell|give|show) me more(?: details)?(?: about (?:it|this|that))?|more(?: details)?(?: please)?|go on|continue|explain(?: (?:it|this|that))?(?: further)?|elaborate)[?.! ]*$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern YEAR = Pattern.compile("\\b(1[5-9]|20)\\d{2}\\b");
    private static final Pattern PREPOSITION =
            Pattern.compile("^(in|on|at|to|for|from|with|by|during|under|over|of) .+", Pattern.CASE_INSENSITIVE);
    private static final Pattern FINITE = Pattern.compile(
            "\\b(is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|must)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final int LONGEST = 1_000;

    /**
     * The question as it would be asked without the turns before.
     *
     * @param before the conversation so far, in its order
     */
    public String standalone(String question, List<Turn> before) {
        if (before.isEmpty() || question.length() > LONGEST) {
            return question;
        }
        Turn last = before.getLast();
        Matcher bare = BARE.matcher(question);
        if (bare.matches()) {
            return join(bare.group("word"), last.searchedFor());
        }
        if (MORE.matcher(question).matches()) {
            return last.searchedFor();
        }
        Matcher part = PART.matcher(question);
        if (part.matches() && !FINITE.matcher(part.group("part")).find()) {
            return shortened(withPart(last.searchedFor(), part.group("part")));
        }
        return shortened(resolved(question, before));
    }

    private static String join(String word, String previous) {
        String capital = word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
        return shortened(capital + "? " + previous);
    }

    /** What is searched may be longer than what may be asked, but not without bounds. */
    private static String shortened(String question) {
        return question.length() > 2 * LONGEST ? question.substring(0, 2 * LONGEST) : question;
    }

    /** The question of before with the new part in the place of the old one of its kind. */
    private static String withPart(String previous, String part) {
        String body = previous.replaceAll("[?.! ]+$", "");
        Matcher year = YEAR.matcher(part);
        if (year.find() && YEAR.matcher(body).find()) {
            return YEAR.matcher(body).replaceAll(year.group()) + "?";
        }
        if (PREPOSITION.matcher(part).matches()) {
            String preposition = part.substring(0, part.indexOf(' '));
            Matcher same = Pattern.compile(
                            "\\b" + Pattern.quote(preposition)
                                    + " (?:the |our |my )?[\\p{L}\\p{N}'’.-]+(?: \\p{Lu}[\\p{L}\\p{N}'’.-]*)*$",
                            Pattern.CASE_INSENSITIVE)
                    .matcher(body);
            return (same.find() ? body.substring(0, same.start()) + part : body + " " + part) + "?";
        }
        List<String> names = Mentions.names(body);
        if (!names.isEmpty() && !Mentions.names(part).isEmpty()) {
            return replaceLast(body, names.getLast(), part) + "?";
        }
        Optional<String> thing = Mentions.thing(body);
        if (thing.isPresent() && body.contains(thing.get()) && part.matches("(?i)(the|our|my|your|a|an) .*")) {
            return body.replace(thing.get(), part) + "?";
        }
        return body + ", " + part + "?";
    }

    private static String replaceLast(String text, String old, String with) {
        int at = text.lastIndexOf(old);
        return text.substring(0, at) + with + text.substring(at + old.length());
    }

    private static String resolved(String question, List<Turn> before) {
        if (answersItself(question)) {
            return question;
        }
        Focus focus = Focus.of(before);
        Optional<String> name = focus.name();
        Optional<String> called = Mentions.thing(before.getLast().searchedFor());
        String resolved = withPerson(question, focus, before);
        if (name.isPresent()) {
            resolved = replace(THERE, resolved, "in " + name.get());
        }
        if (resolved.equals(question)) {
            resolved = withThing(question, called, focus, new Things(before, name));
        }
        Optional<String> subject = focus.subject();
        if (subject.isPresent()
                && Mentions.names(resolved).isEmpty()
                && !focus.isNamedIn(question)
                && Ellipsis.leans(question)) {
            return about(resolved, subject.get());
        }
        if (!resolved.equals(question) || !Mentions.names(question).isEmpty()) {
            return resolved;
        }
        Optional<String> about = OTHERS.matcher(question).find()
                ? called.filter(found -> name.isEmpty())
                : name.filter(found -> Ellipsis.isIncomplete(question));
        return about.map(what -> about(question, what)).orElse(question);
    }

    private static String about(String question, String what) {
        return question.replaceAll("[?.! ]+$", "") + " (" + what + ")?";
    }

    private static String withPerson(String question, Focus focus, List<Turn> before) {
        Optional<String> person = focus.person().filter(who -> !names(question, who));
        return person.map(who -> isSeveral(question, before) ? single(question, who) : named(question, who))
                .orElse(question);
    }

    private static String withThing(String question, Optional<String> called, Focus focus, Things things) {
        Optional<String> thing =
                things.named().or(() -> called).or(() -> focus.isOfPersons() ? Optional.empty() : focus.name());
        String resolved = question;
        if (thing.isPresent()) {
            resolved = replace(THING, resolved, thing.get());
            resolved = replace(THINGS, resolved, possessive(thing.get()));
        }
        if (called.isPresent()
                && resolved.equals(question)
                && !THAT_CLAUSE.matcher(question).find()) {
            resolved = replace(BARE_DEMONSTRATIVE, resolved, called.get());
        }
        boolean isNamed = !Mentions.names(question).isEmpty();
        return resolved.equals(question) && !isNamed ? things.completed(question) : resolved;
    }

    /** "Does Kestrel pay its people?" says itself whose they are. */
    private static boolean answersItself(String question) {
        Matcher own = OWN.matcher(question);
        List<String> names = Mentions.names(question);
        return own.find() && !names.isEmpty() && question.indexOf(names.getFirst()) < own.start();
    }

    /** Named once: what follows can go on by "his". */
    private static String named(String question, String person) {
        String named = replace(PERSON, question, person);
        if (named.equals(question)) {
            named = replace(PERSONS, question, possessive(person));
        }
        return named.equals(question) ? replaceHer(question, person) : named;
    }

    /** "Where did he meet them?" says who "he" is, and not who "they" are. */
    private static String single(String question, String person) {
        String named = replace(SINGLE_PERSON, question, person);
        return named.equals(question) ? replaceHer(replace(HIS, question, possessive(person)), person) : named;
    }

    /** Whether "they" are others than the "he" or "she" of before. */
    private static boolean isSeveral(String question, List<Turn> before) {
        return SEVERAL.matcher(question).find()
                && before.stream()
                        .anyMatch(turn -> SINGLE.matcher(turn.question()).find());
    }

    /** Whether a question names somebody itself, by any part of the name. */
    private static boolean names(String question, String name) {
        return Stream.of(name.split(" "))
                .anyMatch(part -> part.length() > 2
                        && Character.isUpperCase(part.charAt(0))
                        && Pattern.compile("\\b" + Pattern.quote(part) + "\\b")
                                .matcher(question)
                                .find());
    }

    /**
     * What the asker said in the last turns and says now, for a search that goes on from there; empty where nothing was
     * said before.
     */
    public static String conversation(String standalone, List<Turn> before) {
        if (before.isEmpty()) {
            return "";
        }
        StringBuilder said = new StringBuilder();
        before.subList(Math.max(0, before.size() - TURNS_SEARCHED), before.size())
                .forEach(turn -> said.append(turn.question()).append(' '));
        String all = said.append(standalone).toString();
        return all.substring(Math.max(0, all.length() - Question.LONGEST));
    }

    private static String replace(Pattern pattern, String text, String with) {
        return pattern.matcher(text).replaceFirst(Matcher.quoteReplacement(with));
    }

    private static String replaceHer(String text, String name) {
        Matcher her = HER.matcher(text);
        if (!her.find()) {
            return text;
        }
        String own = her.group("own");
        String with = own == null ? name : possessive(name) + own;
        return text.substring(0, her.start()) + with + text.substring(her.end());
    }

    private static String possessive(String name) {
        return name.endsWith("s") ? name + "'" : name + "'s";
    }
}
