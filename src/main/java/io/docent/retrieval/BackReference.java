package io.docent.retrieval;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a sentence can be understood without the one before it. */
public final class BackReference {

    private static final Pattern FIRST_WORDS =
            Pattern.compile("^[\"“'(\\s]*(\\p{L}+)(?:['’]\\p{L}+)?[,]?\\s*(\\p{L}*)");

    private static final Set<String> PRONOUNS = Set.of(
            "he", "she", "it", "they", "him", "her", "his", "its", "their", "theirs", "hers", "these", "those", "such",
            "both", "neither", "either", "er", "sie", "es", "dieser", "diese", "dieses", "il", "elle", "ils", "elles",
            "esto", "esta", "este", "estos", "ellos");

    /** "This" alone, or before a verb, points back; "This guide explains" does not, nor does "That is" of itself. */
    private static final Set<String> DEMONSTRATIVES = Set.of("this", "that");

    private static final Set<String> AFTER_A_BARE_DEMONSTRATIVE = Set.of(
            "is",
            "was",
            "has",
            "had",
            "means",
            "meant",
            "makes",
            "made",
            "led",
            "leads",
            "allowed",
            "allows",
            "would",
            "will",
            "can",
            "could",
            "may",
            "might",
            "caused",
            "causes",
            "resulted",
            "results",
            "gave",
            "gives",
            "became",
            "includes",
            "included",
            "ensures",
            "helps",
            "helped",
            "does",
            "did",
            "also",
            "in",
            "and",
            "happens",
            "happened",
            "takes");

    private static final Set<String> CONNECTIVES = Set.of(
            "however",
            "therefore",
            "thus",
            "hence",
            "moreover",
            "furthermore",
            "otherwise",
            "instead",
            "consequently",
            "nevertheless",
            "nonetheless",
            "then",
            "also",
            "afterwards",
            "similarly",
            "likewise",
            "additionally",
            "but",
            "and",
            "or",
            "so",
            "yet");

    /** "It is possible to …": the pronoun stands for what follows. */
    private static final Pattern EMPTY_IT = Pattern.compile(
            "^\\W*it('s| is| was| will be| would be| has been| seems| takes| appears)? (\\w+ )?(possible|important|necessary|recommended|best|likely"
                    + "|not possible|required|that|clear|known|believed|estimated|said|common|easy|hard|difficult)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private BackReference() {}

    /** Whether its first words point to what is said before. */
    public static boolean opens(String sentence) {
        Matcher words = FIRST_WORDS.matcher(sentence);
        if (!words.find()) {
            return false;
        }
        String first = words.group(1).toLowerCase(Locale.ROOT);
        String second = words.group(2).toLowerCase(Locale.ROOT);
        if (CONNECTIVES.contains(first)) {
            return PRONOUNS.contains(second) || DEMONSTRATIVES.contains(second);
        }
        if (DEMONSTRATIVES.contains(first)) {
            return AFTER_A_BARE_DEMONSTRATIVE.contains(second);
        }
        return PRONOUNS.contains(first) && !EMPTY_IT.matcher(sentence).matches();
    }
}
