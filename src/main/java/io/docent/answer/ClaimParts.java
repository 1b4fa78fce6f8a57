package io.docent.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The claims that a sentence is put together from: what stands between commas, conjunctions and relative pronouns, as far
 * as it says enough to be a claim of its own.
 */
final class ClaimParts {

    private static final Set<String> JOINING = Set.of(
            "and",
            "but",
            "while",
            "whereas",
            "which",
            "who",
            "whose",
            "where",
            "although",
            "though",
            "because",
            "so",
            "after",
            "before",
            "when",
            "or");

    private static final Pattern BREAK = Pattern.compile("[,;:(–—]");

    private static final Set<String> COORDINATING = Set.of("and", "but", "while", "whereas", "so", "yet");
    private static final Set<String> VERBS = Set.of(
            "is", "are", "was", "were", "has", "have", "had", "can", "could", "will", "would", "may", "might", "must",
            "should", "did", "does", "do", "be", "been", "not", "also", "then", "later", "never", "which", "who",
            "that");
    private static final int FEWEST_OF_A_CLAUSE = 4;

    /** A part with fewer words of meaning belongs to its neighbour. */
    private static final int FEWEST_WORDS = 2;

    private ClaimParts() {}

    /** The parts in their order, at least one. */
    static List<Part> of(Statement claim) {
        List<Word> words = claim.words();
        List<Integer> starts = new ArrayList<>();
        for (int at = 1; at < words.size(); at++) {
            String between = Statement.between(claim.text(), words, at);
            if (BREAK.matcher(between).find() || JOINING.contains(words.get(at).lower())) {
                starts.add(at);
            }
        }
        starts.add(words.size());
        List<Part> parts = new ArrayList<>();
        int from = 0;
        for (int start : starts) {
            boolean enough = says(claim, from, start) && (start == words.size() || says(claim, start, words.size()));
            if (enough || start == words.size()) {
                parts.add(new Part(claim.part(from, start), startsAfresh(claim, from)));
                from = start;
            }
        }
        return parts;
    }

    /** Whole sentences that were joined by a conjunction or a semicolon, each with a subject of its own; at least one. */
    static List<Statement> clauses(Statement claim) {
        List<Word> words = claim.words();
        List<Statement> clauses = new ArrayList<>();
        int from = 0;
        for (int at = 1; at < words.size(); at++) {
            String between = Statement.between(claim.text(), words, at);
            boolean stops = between.contains(";") || between.matches("[^.!?]*[.!?][^.!?]*\\s");
            boolean joins = stops
                    || (between.contains(",")
                            && COORDINATING.contains(words.get(at).lower()));
            int start = stops ? at : at + 1;
            if (joins
                    && meaningful(claim, from, at) >= FEWEST_OF_A_CLAUSE
                    && meaningful(claim, start, words.size()) >= FEWEST_OF_A_CLAUSE
                    && !startsWithVerb(words, start)) {
                clauses.add(claim.part(from, at));
                from = start;
            }
        }
        clauses.add(claim.part(from, words.size()));
        return clauses;
    }

    /** A part that goes on with a verb has the subject of the one before. */
    private static boolean startsWithVerb(List<Word> words, int at) {
        String first = words.get(Math.min(at, words.size() - 1)).lower();
        boolean verb = first.matches("\\p{L}{3,}(ed|ing)") || Lexicon.english().isIrregular(first);
        return verb || VERBS.contains(first);
    }

    private static int meaningful(Statement claim, int from, int to) {
        return (int) claim.words().subList(Math.min(from, to), to).stream()
                .filter(word -> !word.is(Word.Kind.FUNCTION))
                .count();
    }

    private static boolean says(Statement claim, int from, int to) {
        long content = claim.words().subList(from, to).stream()
                .filter(word -> word.is(Word.Kind.CONTENT))
                .count();
        long names = claim.words().subList(from, to).stream()
                .filter(word -> word.is(Word.Kind.NAME) || word.is(Word.Kind.NUMBER))
                .count();
        return content >= FEWEST_WORDS || (content >= 1 && names >= 1);
    }

    /** Whether a part has a subject of its own, as far as its first words tell. */
    private static boolean startsAfresh(Statement claim, int from) {
        if (from == 0) {
            return true;
        }
        List<Word> words = claim.words();
        int at = from;
        while (at < words.size() && JOINING.contains(words.get(at).lower())) {
            at++;
        }
        if (at >= words.size()) {
            return false;
        }
        Word first = words.get(at);
        return first.is(Word.Kind.NAME)
                || first.is(Word.Kind.NUMBER)
                || Set.of("the", "a", "an", "its", "their", "his", "her", "this", "these", "they", "he", "she", "it")
                        .contains(first.lower());
    }

    /**
     * A part.
     *
     * @param statement the part by itself
     * @param hasSubject whether it says by itself whom it is about
     */
    record Part(Statement statement, boolean hasSubject) {}
}
