package io.docent.answer;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A wish for the main points of something rather than for an answer.
 *
 * @param subject what to summarise, as it was typed; empty for all there is
 */
record SummaryRequest(String subject) {

    private static final Pattern WISH = Pattern.compile(
            "(?:please |can you |could you |would you )*(?:please )?"
                    + "(?:summari[sz]e|sum up|tl;?dr:?|(?:give|write|show)(?: me)? (?:a |an |the )?(?:short |brief |quick )?"
                    + "(?:summary|overview|(?:main|key) (?:points|ideas|facts)|gist) (?:of|from|in|about)"
                    + "|(?:a |an )?(?:short |brief )?(?:summary|overview) of|what are the (?:main|key) (?:points|ideas|facts) (?:of|in|from)"
                    + "|fasse? (?=.*zusammen))\\s*(?<of>.*?)(?: zusammen)?(?: for me)?(?:,? please)?[\\s.?!]*",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ABOUT = Pattern.compile(
            "what(?: is|'s|’s) (?<of>(?:the |this |that )?(?:document|file|text|article|report|paper|pdf|page|.*\\.\\w{2,5})(?: .{1,80})?) about\\??",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern NAMELESS = Pattern.compile(
            "(?:(?:it|this|that|all|everything|of|the|these|those|all|my|our|your|whole|entire|main|content|contents)\\s*)*"
                    + "(?:documents?|files?|texts?|articles?|reports?|papers?|pdfs?|pages?|it|this|that|everything)?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern AROUND_NAME = Pattern.compile(
            "^(?:the |this |that )?(?:document|file|article|report|paper|pdf|page)?\\s*(?:called |named |about |on )?[\"“'‘]?|[\"”'’]$",
            Pattern.CASE_INSENSITIVE);

    static Optional<SummaryRequest> in(String question) {
        Matcher wish = WISH.matcher(question.strip());
        Matcher about = ABOUT.matcher(question.strip());
        if (wish.matches()) {
            return Optional.of(of(wish.group("of")));
        }
        return about.matches() ? Optional.of(of(about.group("of"))) : Optional.empty();
    }

    private static SummaryRequest of(String subject) {
        String trimmed = subject.strip();
        return new SummaryRequest(
                NAMELESS.matcher(trimmed).matches()
                        ? ""
                        : AROUND_NAME.matcher(trimmed).replaceAll("").strip());
    }
}
