package io.docent.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a sentence is about: the names in it, and the things it calls by "the …". English. */
final class Mentions {

    private static final String WORD = "(?:(?:\\p{Lu}\\.)+|\\p{Lu}[\\p{L}\\p{N}'’&-]*)";

    private static final Pattern NAME =
            Pattern.compile(WORD + "(?: (?:(?:of|the|and|de|von|van|der|la) )*(?:" + WORD + "|\\d+))*");

    private static final Pattern SENTENCE_START = Pattern.compile("(?:^|[.?!:]\\s)\\W*$");

    private static final Pattern DETERMINED =
            Pattern.compile("\\b(the|our|my|your|a|an) ((?:[\\p{L}\\p{N}'’-]+ ?){1,6})", Pattern.CASE_INSENSITIVE);

    private static final Set<String> JOINERS = Set.of(
            "in", "on", "at", "to", "for", "from", "with", "by", "about", "into", "over", "under", "after", "before",
            "during", "between", "and", "or", "that", "which", "who", "when", "where", "while", "if", "as", "than",
            "not", "how", "what");

    /** These begin something else, except after "of". */
    private static final Set<String> DETERMINERS = Set.of("a", "an", "the", "any", "some", "all");

    private static final Set<String> VERBS = Set.of(
            "is", "are", "was", "were", "be", "been", "has", "have", "had", "do", "does", "did", "can", "could", "will",
            "would", "should", "may", "might", "must", "get", "got", "work", "works", "mean", "means", "cost", "costs",
            "take", "takes", "happen", "say", "says", "cover", "covers", "apply", "applies", "start", "starts", "end",
            "ends", "come", "came", "go", "went");

    private static final Set<String> AUXILIARIES = Set.of(
            "do", "does", "did", "can", "could", "will", "would", "should", "may", "might", "must", "has", "have",
            "had");

    private static final Set<String> OPENERS = Set.of(
            "what",
            "when",
            "where",
            "who",
            "whom",
            "whose",
            "why",
            "how",
            "which",
            "did",
            "does",
            "do",
            "is",
            "are",
            "was",
            "were",
            "can",
            "could",
            "will",
            "would",
            "should",
            "has",
            "have",
            "had",
            "the",
            "a",
            "an",
            "in",
            "on",
            "at",
            "and",
            "but",
            "or",
            "so",
            "if",
            "i",
            "i'm",
            "please",
            "tell",
            "give",
            "list",
            "name",
            "show",
            "explain",
            "describe",
            "summarise",
            "summarize",
            "compare",
            "this",
            "that",
            "these",
            "those",
            "it",
            "he",
            "she",
            "they",
            "we",
            "you",
            "his",
            "her",
            "their",
            "its",
            "our",
            "my",
            "your",
            "as",
            "after",
            "before",
            "since",
            "during",
            "for",
            "from",
            "with",
            "by",
            "of",
            "to",
            "there",
            "here",
            "also",
            "however",
            "although",
            "because",
            "while",
            "about",
            "not");

    private static final Pattern HEADING = Pattern.compile("\\p{Lu}[^?!:;]{1,80}");

    private static final int MOST_WORDS_OF_A_HEADING = 8;

    private Mentions() {}

    /** The text itself where it is nothing but what it is about: "Blood, Sweat & Tears", "Vogue (song)" without the kind. */
    static Optional<String> heading(String text) {
        String bare = text.replaceAll("\\s*\\([^)]*\\)\\s*$", "").strip();
        List<String> words = List.of(bare.toLowerCase(Locale.ROOT).split("\\s+"));
        boolean isHeading = HEADING.matcher(bare).matches()
                && Character.isUpperCase(bare.codePointAt(0))
                && words.size() <= MOST_WORDS_OF_A_HEADING
                && words.stream().noneMatch(AUXILIARIES::contains)
                && (words.getFirst().equals("the") || !OPENERS.contains(words.getFirst()));
        return isHeading ? Optional.of(bare) : Optional.empty();
    }

    /** Names in the order of the text; a word that only begins a sentence is none. */
    static List<String> names(String text) {
        List<String> names = new ArrayList<>();
        Matcher found = NAME.matcher(text);
        while (found.find()) {
            String name = withoutOpener(found.group());
            if (!name.isEmpty() && !onlyBegins(text, found)) {
                names.add(name);
            }
        }
        return names;
    }

    /** Whether it is one word that anything could begin with: "Notable people". A text that is nothing else is a name. */
    private static boolean onlyBegins(String text, Matcher found) {
        String name = found.group();
        boolean alone = name.length() == text.strip().length();
        boolean owns = name.endsWith("'s") || name.endsWith("’s");
        return name.indexOf(' ') < 0
                && !alone
                && !owns
                && SENTENCE_START.matcher(text.substring(0, found.start())).find();
    }

    private static String withoutOpener(String name) {
        String rest = name.replaceAll("['’]s$|[.'’]+$", "");
        while (!rest.isEmpty()) {
            int space = rest.indexOf(' ');
            String first = space < 0 ? rest : rest.substring(0, space);
            if (!OPENERS.contains(first.toLowerCase(Locale.ROOT))) {
                return rest;
            }
            rest = space < 0 ? "" : rest.substring(space + 1).strip();
        }
        return "";
    }

    /** The first thing called by an article: "the default port of the gateway". */
    static Optional<String> thing(String question) {
        Matcher found = DETERMINED.matcher(question);
        while (found.find()) {
            String words = words(found.group(2).strip(), follows(question, found.start()));
            if (!words.isEmpty() && !words.equals("article")) {
                String article = found.group(1).toLowerCase(Locale.ROOT);
                return Optional.of((article.equals("a") || article.equals("an") ? "the" : article) + " " + words);
            }
        }
        return Optional.empty();
    }

    /** Whether an auxiliary stands before: then what ends the run of words may be the verb. */
    private static boolean follows(String question, int at) {
        String before = question.substring(0, at).strip().toLowerCase(Locale.ROOT);
        return AUXILIARIES.contains(before.substring(before.lastIndexOf(' ') + 1));
    }

    private static String words(String run, boolean afterAuxiliary) {
        List<String> words = new ArrayList<>();
        boolean verbSeen = false;
        for (String word : run.split(" ")) {
            String lower = word.toLowerCase(Locale.ROOT);
            verbSeen = VERBS.contains(lower);
            boolean beginsAnother = DETERMINERS.contains(lower)
                    && !words.isEmpty()
                    && !words.getLast().equalsIgnoreCase("of");
            if (verbSeen || beginsAnother || JOINERS.contains(lower)) {
                break;
            }
            words.add(word);
        }
        if (!words.isEmpty() && words.getLast().equalsIgnoreCase("of")) {
            words.removeLast();
        }
        if (afterAuxiliary && !verbSeen && words.size() > 1 && !words.contains("of")) {
            words.removeLast();
        }
        return String.join(" ", words);
    }
}
