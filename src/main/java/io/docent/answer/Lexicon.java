package io.docent.answer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What English words have to do with each other: inflected forms, synonyms, opposites (WordNet 3.1, Princeton University).
 * Words are compared by keys, in which the endings of inflection are gone. Immutable.
 */
final class Lexicon {

    private static final Lexicon ENGLISH = new Lexicon();

    private static final int SHORTEST_STEM = 3;
    private static final int SHORTEST_PREFIX = 5;
    private static final int LONGEST_ENDING = 5;

    private static final List<Set<String>> CONVERSE = List.of(
            Set.of("teach", "learn"),
            Set.of("bui", "sell"),
            Set.of("lend", "borrow"),
            Set.of("giv", "receiv"),
            Set.of("giv", "get"),
            Set.of("giv", "tak"),
            Set.of("send", "receiv"),
            Set.of("pai", "receiv"));

    private static final List<String> NEGATING = List.of("un", "in", "im", "ir", "il", "dis", "non", "mis");

    private final Map<String, String> irregular = new HashMap<>();
    private final Map<String, Set<String>> opposites = new HashMap<>();
    private final Map<String, List<Integer>> meanings = new HashMap<>();

    private Lexicon() {
        lines("irregular.txt").forEach(words -> irregular.putIfAbsent(words[0], words[1]));
        for (String[] pair : lines("opposites.txt")) {
            String one = key(pair[0]);
            String other = key(pair[1]);
            opposites.computeIfAbsent(one, word -> new HashSet<>()).add(other);
            opposites.computeIfAbsent(other, word -> new HashSet<>()).add(one);
        }
        int meaning = 0;
        for (String[] words : lines("synonyms.txt")) {
            for (String word : words) {
                meanings.computeIfAbsent(key(word), one -> new ArrayList<>()).add(meaning);
            }
            meaning++;
        }
    }

    static Lexicon english() {
        return ENGLISH;
    }

    private static List<String[]> lines(String resource) {
        InputStream stream = Lexicon.class.getResourceAsStream(resource);
        if (stream == null) {
            throw new IllegalStateException(resource + " is missing from the class path");
        }
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.US_ASCII))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split(" "))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be read", e);
        }
    }

    /** The word, in lower case, without the endings of inflection. Not a word that anybody would read. */
    String key(String lower) {
        String word = irregular.getOrDefault(lower, lower);
        String stem = word;
        if (word.endsWith("ies") && word.length() > 4) {
            stem = word.substring(0, word.length() - 3) + "y";
        } else if (word.matches(".*(s|x|z|ch|sh)es")) {
            stem = word.substring(0, word.length() - 2);
        } else if (word.endsWith("s") && !word.matches(".*(ss|us|is)")) {
            stem = word.substring(0, word.length() - 1);
        } else if (word.endsWith("ied") && word.length() > 4) {
            stem = word.substring(0, word.length() - 3) + "y";
        } else if (word.equals(lower) && word.endsWith("ed") && hasVowel(word, word.length() - 2)) {
            stem = word.substring(0, word.length() - 2);
        } else if (word.equals(lower) && word.endsWith("ing") && hasVowel(word, word.length() - 3)) {
            stem = word.substring(0, word.length() - 3);
        }
        if (stem.length() < SHORTEST_STEM) {
            stem = word;
        }
        if (stem.endsWith("e") && stem.length() > SHORTEST_STEM) {
            stem = stem.substring(0, stem.length() - 1);
        }
        return stem.endsWith("y") ? stem.substring(0, stem.length() - 1) + "i" : stem;
    }

    private static boolean hasVowel(String word, int end) {
        return end >= SHORTEST_STEM && word.substring(0, end).matches(".*[aeiouy].*");
    }

    /** Whether a key is of a word that is known; names are not. */
    boolean knows(String key) {
        return meanings.containsKey(key) || opposites.containsKey(key);
    }

    boolean hasOpposite(String key) {
        return opposites.containsKey(key);
    }

    /** Whether a word is an irregular form: went, children. */
    boolean isIrregular(String lower) {
        return irregular.containsKey(lower);
    }

    /** Whether two words tell one event from its two sides. */
    static boolean areConverse(String key, String other) {
        return CONVERSE.stream().anyMatch(pair -> pair.contains(key) && pair.contains(other));
    }

    /** Whether a word is the comparative of one that has an opposite: faster, older. */
    boolean isComparative(String lower) {
        String stem = lower.substring(0, lower.length() - 2);
        return hasOpposite(key(stem))
                || hasOpposite(key(stem + "e"))
                || hasOpposite(stem.replaceFirst("(.)\\1$", "$1"));
    }

    boolean areSynonyms(String key, String other) {
        List<Integer> some = meanings.get(key);
        List<Integer> others = meanings.get(other);
        return some != null && others != null && some.stream().anyMatch(others::contains);
    }

    /** Whether a word denies one of some others by its prefix: unsuitable, suitable. */
    boolean hasOppositeAmong(String key, Set<String> others) {
        return others.stream().anyMatch(other -> negates(key, other) || negates(other, key));
    }

    boolean areOpposites(String key, String other) {
        return opposites.getOrDefault(key, Set.of()).contains(other)
                || negates(key, other)
                || negates(other, key)
                || areOppositeDegrees(key, other, "est")
                || areOppositeDegrees(key, other, "er");
    }

    /** Strongest and weakest. */
    private boolean areOppositeDegrees(String key, String other, String ending) {
        if (!key.endsWith(ending) || !other.endsWith(ending)) {
            return false;
        }
        String one = key(key.substring(0, key.length() - ending.length()));
        return opposites
                .getOrDefault(one, Set.of())
                .contains(key(other.substring(0, other.length() - ending.length())));
    }

    private static boolean negates(String longer, String shorter) {
        return shorter.length() > SHORTEST_STEM
                && longer.endsWith(shorter)
                && NEGATING.contains(longer.substring(0, longer.length() - shorter.length()));
    }

    /** Whether two words begin alike and end as words of one family do: founder and founded. */
    static boolean areRelated(String key, String other) {
        int same = 0;
        int shorter = Math.min(key.length(), other.length());
        while (same < shorter && key.charAt(same) == other.charAt(same)) {
            same++;
        }
        return same >= SHORTEST_PREFIX
                && same >= shorter - 2
                && Math.max(key.length(), other.length()) - same <= LONGEST_ENDING;
    }
}
