package io.docent.chat;

import java.util.regex.Pattern;

/** Whether a question leaves out whom or what it is about, since that was said before. English. */
final class Ellipsis {

    private static final Pattern POINTS_BACK = Pattern.compile(
            "\\b(they|them)\\b"
                    + "|\\bits?\\b(?! (?:possible|necessary|true|better|safe|ok|okay|allowed|take|takes|make sense)\\b)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ASKS_FOR_THIS = Pattern.compile(
            "^\\W*(what|in what|which|who)\\b.*\\b(this|that|these|those)\\b", Pattern.CASE_INSENSITIVE);
    /** "What happened in 2012?", "Did the treatment work?", "Were there any problems?", but not "Why are the leaves green?". */
    private static final Pattern ASKS_WHAT_HAPPENED = Pattern.compile(
            "^\\W*(?:and |so )?(?:what happen(?:s|ed)?\\b(?! (?:with|to|during)\\b)"
                    + "|(?:did|do|does|how|why|where|(?:is|are|was|were) there)\\b(?!(?: \\p{L}+)? (?:is|are|was|were) the\\b))",
            Pattern.CASE_INSENSITIVE);
    /** What goes beyond what was said, or is about the document. */
    private static final Pattern ASKS_FOR_MORE =
            Pattern.compile("\\b(article|interesting|else|other|others|another)\\b", Pattern.CASE_INSENSITIVE);

    /** Words that say themselves what a question is about, or that it is about anything of a kind. */
    private static final Pattern IS_WHOLE =
            Pattern.compile("\\b(this|that|these|those|you|i|we|a|it)\\b", Pattern.CASE_INSENSITIVE);
    /** What is called by its kind alone was called by its name before. */
    private static final Pattern KIND = Pattern.compile(
            "\\b(the|this|that) (band|group|book|song|tour|film|novel|fight|match|family|couple)\\b(?! of\\b)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ASKING =
            Pattern.compile("^\\W*(what|when|where|who|whom|whose|why|how|which)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern FINITE = Pattern.compile(
            "\\b(is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|must)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final int MOST_WORDS_OF_A_FRAGMENT = 4;

    private Ellipsis() {}

    /** Whether a question without a name points at what was said before, or asks what happened without saying to whom. */
    static boolean leans(String question) {
        if (POINTS_BACK.matcher(question).find()) {
            return true;
        }
        boolean asksForMore = ASKS_FOR_MORE.matcher(question).find();
        boolean asksForThis = ASKS_FOR_THIS.matcher(question).find();
        boolean asksWhatHappened = ASKS_WHAT_HAPPENED.matcher(question).find()
                && !IS_WHOLE.matcher(question).find();
        return !asksForMore && (asksForThis || asksWhatHappened);
    }

    /** Whether a question is a few words without a verb, or calls what was named before by its kind. */
    static boolean isIncomplete(String question) {
        boolean fragment = question.split(" ").length <= MOST_WORDS_OF_A_FRAGMENT
                && !ASKING.matcher(question).find()
                && !FINITE.matcher(question).find();
        return (fragment && !ASKS_FOR_MORE.matcher(question).find())
                || KIND.matcher(question).find();
    }
}
