package io.docent.answer;

import io.docent.passage.Passage;
import io.docent.passage.SentenceSplitter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Questions that somebody could ask of a document, made from its own words. */
final class ExampleQuestions {

    /** "Auto scaling is a feature that …": what is explained, and how many there are of it. */
    private static final Pattern EXPLAINED = Pattern.compile(
            "^(?<thing>(?:(?:The|An?) )?\\p{Lu}[\\p{L}\\p{N}'’./-]*(?: [\\p{L}\\p{N}'’./-]+){0,4}) (?<be>is|are|was|were) (?:an?|the|one of)"
                    + " (?<kind>[^.;:]{10,})");

    private static final Pattern PERSON = Pattern.compile(
            "\\b(president|minister|chief|director|author|writer|player|singer|actor|actress|politician|scientist|engineer|founder"
                    + "|manager|officer|king|queen|leader|artist|journalist|professor|lawyer|member)\\b");

    /** Two to four words with capital letters, as names have them. */
    private static final Pattern NAME = Pattern.compile(
            "(?<=[\\p{Ll}\\p{N},] )((?:\\p{Lu}[\\p{L}\\p{N}’'-]+)(?: (?:of |the |and )?\\p{Lu}[\\p{L}\\p{N}’'-]+){1,3})(?!\\p{L})");

    private static final Set<String> NO_SUBJECTS = Set.of(
            "this",
            "that",
            "these",
            "those",
            "it",
            "he",
            "she",
            "they",
            "there",
            "here",
            "what",
            "which",
            "one",
            "another",
            "the following",
            "if",
            "when",
            "for",
            "note",
            "in",
            "as",
            "we",
            "you",
            "i",
            "each",
            "both",
            "some",
            "all");

    private ExampleQuestions() {}

    /** Best first. */
    static List<String> of(List<Passage> passages) {
        Set<String> questions = new LinkedHashSet<>();
        for (Passage passage : passages) {
            passage.headings().stream()
                    .filter(heading -> heading.endsWith("?") && heading.length() < 120)
                    .forEach(questions::add);
        }
        for (Passage passage : passages) {
            questions.addAll(explained(passage));
        }
        names(passages).forEach(name -> questions.add("What do the documents say about " + name + "?"));
        return new ArrayList<>(questions);
    }

    private static List<String> explained(Passage passage) {
        List<String> questions = new ArrayList<>();
        SentenceSplitter.split(passage.text()).forEach(span -> {
            Matcher sentence = EXPLAINED.matcher(span.of(passage.text()));
            if (sentence.find() && isSubject(sentence.group("thing"))) {
                String who = PERSON.matcher(sentence.group("kind")).find() ? "Who " : "What ";
                questions.add(who + sentence.group("be") + " " + lowerArticle(sentence.group("thing")) + "?");
            }
        });
        return questions;
    }

    private static boolean isSubject(String thing) {
        String lower = thing.toLowerCase(Locale.ROOT);
        String first = lower.contains(" ") ? lower.substring(0, lower.indexOf(' ')) : lower;
        return !NO_SUBJECTS.contains(lower) && !NO_SUBJECTS.contains(first);
    }

    private static String lowerArticle(String thing) {
        return thing.matches("(The|An?) .*")
                ? thing.substring(0, 1).toLowerCase(Locale.ROOT) + thing.substring(1)
                : thing;
    }

    /** Names that are mentioned most, the longer of two that are mentioned as often. */
    private static List<String> names(List<Passage> passages) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Passage passage : passages) {
            Matcher names = NAME.matcher(passage.text());
            while (names.find()) {
                counts.merge(names.group(1), 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .sorted((a, b) -> a.getValue().equals(b.getValue())
                        ? b.getKey().length() - a.getKey().length()
                        : b.getValue() - a.getValue())
                .map(Map.Entry::getKey)
                .limit(5)
                .toList();
    }
}
