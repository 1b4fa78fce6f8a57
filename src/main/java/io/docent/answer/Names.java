package io.docent.answer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether a name is named, in whatever form. */
final class Names {

    private static final Set<String> ENDINGS = Set.of(
            "", "a", "an", "n", "ian", "ean", "ish", "es", "ese", "i", "y", "o", "ic", "ia", "er", "ns", "s", "ine",
            "ii");

    private static final List<Set<String>> SAME = List.of(
            Set.of("us", "usa", "america", "american", "americans"),
            Set.of("uk", "britain", "british", "briton"),
            Set.of("franc", "french"),
            Set.of("spain", "spanish", "spaniard"),
            Set.of("netherland", "dutch", "holland"),
            Set.of("germani", "german"),
            Set.of("switzerland", "swiss"),
            Set.of("denmark", "danish", "dane"),
            Set.of("poland", "polish", "pol"),
            Set.of("ireland", "irish"),
            Set.of("wal", "welsh"),
            Set.of("greec", "greek"),
            Set.of("turkei", "turkish", "turk"),
            Set.of("sweden", "swedish", "swed"),
            Set.of("finland", "finnish", "finn"),
            Set.of("eu", "europ", "european"),
            Set.of("nyc", "york"));

    private static final Map<String, Integer> NATIONS = new HashMap<>();

    static {
        for (int at = 0; at < SAME.size(); at++) {
            for (String name : SAME.get(at)) {
                NATIONS.put(name, at);
            }
        }
    }

    private Names() {}

    static boolean areSame(String key, String other) {
        if (key.equals(other)) {
            return true;
        }
        int same = 0;
        int shorter = Math.min(key.length(), other.length());
        while (same < shorter && key.charAt(same) == other.charAt(same)) {
            same++;
        }
        if (same >= 4
                && same >= shorter - 2
                && ENDINGS.contains(key.substring(same))
                && ENDINGS.contains(other.substring(same))) {
            return true;
        }
        Integer nation = NATIONS.get(key);
        return nation != null && nation.equals(NATIONS.get(other));
    }

    /** Whether a name stands among keys, or is the initials of names that do. */
    static boolean isAmong(Word name, Set<String> keys, Statement where) {
        return keys.contains(name.key())
                || keys.stream().anyMatch(key -> areSame(name.key(), key))
                || isInitials(name.text(), where);
    }

    private static boolean isInitials(String name, Statement where) {
        if (name.length() < 2 || name.length() > 6 || !name.matches("\\p{Lu}+")) {
            return false;
        }
        StringBuilder initials = new StringBuilder();
        for (Word word : where.words()) {
            if (Character.isUpperCase(word.text().codePointAt(0))) {
                initials.appendCodePoint(word.text().codePointAt(0));
            }
        }
        return initials.indexOf(name) >= 0;
    }

    /** Whether the initials of the words around a name stand there instead. */
    static boolean isAbbreviated(List<Word> words, int at, Set<String> keys) {
        int from = at;
        int to = at + 1;
        while (from > 0 && isCapital(words.get(from - 1))) {
            from--;
        }
        while (to < words.size() && isCapital(words.get(to))) {
            to++;
        }
        if (to - from < 2) {
            return false;
        }
        StringBuilder initials = new StringBuilder();
        words.subList(from, to)
                .forEach(word -> initials.appendCodePoint(
                        Character.toLowerCase(word.text().codePointAt(0))));
        return keys.contains(initials.toString());
    }

    private static boolean isCapital(Word word) {
        return Character.isUpperCase(word.text().codePointAt(0));
    }
}
