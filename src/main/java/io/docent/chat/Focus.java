package io.docent.chat;

import io.docent.answer.Citation;
import io.docent.history.Turn;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whom and what a conversation is about: every name in it weighs by who brought it up and how long ago, and the heaviest
 * is meant by the next "she" or "it". English.
 */
final class Focus {

    private static final double PASSING = 0.9;
    private static final double ASKED = 3;
    private static final double SEARCHED = 1;
    private static final double ANSWERED = 0.25;
    private static final double CITED = 1;

    /** What a conversation begins with it is mostly about to its end. */
    private static final double FIRST = 3;

    /** … and all the more so where the first turn is nothing but a name. */
    private static final double HEADING = 6;

    private static final String AND = " and ";

    /** Who was "she" before is "she" again. */
    private static final double MEANT = 3;

    /** The answer to "who …?" is who is talked about next. */
    private static final double ASKED_FOR = 8;

    private static final Pattern WHO =
            Pattern.compile("^\\W*(who|whom)\\b(?! were\\b| are\\b)", Pattern.CASE_INSENSITIVE);
    /** "Who is Ada Lovelace?" asks for nobody else. */
    private static final Pattern WHO_IS_NAMED = Pattern.compile("(?i:who (?:is|was)) (?:\\p{Lu}[^\\s'’]* ?)+[?.! ]*$");

    private static final Pattern SINGLE = Pattern.compile("\\b(he|she|him|his|her)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern PRONOUN =
            Pattern.compile("\\b(he|she|him|his|her|they|them|their|it|its)\\b", Pattern.CASE_INSENSITIVE);

    private static final int MOST_WORDS_OF_A_NAME = 6;

    private final Map<String, Double> names = new LinkedHashMap<>();
    private final Map<String, Double> persons = new LinkedHashMap<>();
    private final Map<String, Integer> turns = new HashMap<>();
    private final Set<String> brought = new HashSet<>();

    private final Optional<String> heading;
    private final Optional<String> opening;

    private Focus(Turn first) {
        heading = Mentions.heading(first.question());
        opening = heading.or(() -> Mentions.names(first.searchedFor()).stream()
                .filter(name -> !name.contains(AND))
                .findFirst());
    }

    static Focus of(List<Turn> before) {
        Focus focus = new Focus(before.getFirst());
        double weight = 1;
        for (Turn turn : before.reversed()) {
            focus.add(turn, weight);
            weight *= PASSING;
        }
        double first = focus.heading.isPresent() ? HEADING : FIRST;
        focus.opening.ifPresent(name -> weigh(focus.names, name, first));
        return focus;
    }

    private void add(Turn turn, double weight) {
        List<String> asked = asked(turn.question());
        List<String> answered = answered(turn);
        asked.forEach(name -> weigh(names, name, ASKED * weight));
        Mentions.names(turn.searchedFor()).forEach(name -> turns.merge(name, 1, Integer::sum));
        Mentions.names(turn.searchedFor()).stream()
                .filter(name -> !asked.contains(name))
                .forEach(name -> weigh(names, name, SEARCHED * weight));
        answered.forEach(name -> weigh(names, name, ANSWERED * weight));
        brought.addAll(asked);
        titles(turn).forEach(brought::add);
        titles(turn).forEach(title -> weigh(names, title, CITED * weight));
        if (SINGLE.matcher(turn.question()).find()) {
            Mentions.names(turn.searchedFor()).stream()
                    .filter(name -> !asked.contains(name))
                    .forEach(name -> weigh(persons, name, MEANT * weight));
        }
        if (WHO.matcher(turn.question()).find()
                && !WHO_IS_NAMED.matcher(turn.question()).find()
                && !PRONOUN.matcher(turn.question()).find()) {
            answered.stream()
                    .filter(name -> asked.stream().noneMatch(known -> isPart(known, name) || isPart(name, known)))
                    .findFirst()
                    .ifPresent(name -> weigh(persons, name, ASKED_FOR * weight));
        }
    }

    private static List<String> asked(String question) {
        return Mentions.heading(question).map(List::of).orElseGet(() -> Mentions.names(question));
    }

    /** The names in the first sentence of an answer, the one that answers. */
    private static List<String> answered(Turn turn) {
        return turn.sentences().stream()
                .limit(1)
                .flatMap(sentence -> Mentions.names(sentence.text()).stream())
                .toList();
    }

    private static Stream<String> titles(Turn turn) {
        return turn.citations().stream()
                .map(Citation::title)
                .filter(title -> title.split(" ").length <= MOST_WORDS_OF_A_NAME)
                .limit(1);
    }

    private static void weigh(Map<String, Double> weights, String name, double weight) {
        weights.merge(name, weight, Double::sum);
    }

    /** Who is talked about. */
    Optional<String> person() {
        Map<String, Double> all = new LinkedHashMap<>(names);
        persons.forEach((name, weight) -> weigh(all, name, weight));
        return heaviest(all);
    }

    /** Whether somebody was "he" or "she" before. */
    boolean isOfPersons() {
        return !persons.isEmpty();
    }

    /** What the conversation is about to its end: what it was opened by, or was asked about in turn after turn. */
    Optional<String> subject() {
        return heading.or(() -> heaviest(names).filter(name -> turns.getOrDefault(name, 0) > 1));
    }

    /** Whether a question has a name that was there before, written in whatever case. */
    boolean isNamedIn(String question) {
        String lower = " " + question.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}'’& -]", " ") + " ";
        return names.keySet().stream()
                .filter(name -> name.contains(" "))
                .anyMatch(name -> lower.contains(" " + name.toLowerCase(Locale.ROOT) + " "));
    }

    /** What is talked about. */
    Optional<String> name() {
        return heaviest(names);
    }

    private Optional<String> heaviest(Map<String, Double> weights) {
        return weights.keySet().stream()
                .filter(name ->
                        !name.contains(AND) || heading.filter(name::equals).isPresent())
                .max(Comparator.comparingDouble(name -> together(name, weights)))
                .map(name -> full(name, weights));
    }

    /** A name's own weight and that of its other forms: Lovelace is Ada Lovelace. */
    private static double together(String name, Map<String, Double> weights) {
        return weights.entrySet().stream()
                .filter(other -> isPart(name, other.getKey()) || isPart(other.getKey(), name))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    /** The form of a name that says most, of those that somebody asked by or that a document goes by. */
    private String full(String name, Map<String, Double> weights) {
        return opening.filter(known -> isPart(name, known) || isPart(known, name))
                .orElseGet(() -> longest(name, weights));
    }

    private String longest(String name, Map<String, Double> weights) {
        return weights.entrySet().stream()
                .filter(other -> isPart(name, other.getKey()) && brought.contains(other.getKey()))
                .filter(other -> !other.getKey().contains(AND))
                .map(Map.Entry::getKey)
                .max(Comparator.comparingInt(String::length))
                .orElse(name);
    }

    private static boolean isPart(String part, String whole) {
        return (" " + whole + " ").contains(" " + part + " ");
    }
}
