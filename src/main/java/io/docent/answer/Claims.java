package io.docent.answer;

import java.util.Locale;
import java.util.regex.Pattern;

/** What kind of thing a sentence of a written answer is, and its words without Markdown. */
enum Claims {
    /** Says something that the documents have to bear out. */
    CLAIM,
    /** A greeting, a transition, an offer of help, a question. */
    NOTHING,
    /** Says that the documents do not hold something. */
    REFUSAL;

    /** What a model is told to reply where the passages do not hold the answer. */
    static final String NOT_FOUND = "NOT_FOUND";

    private static final String INVITING =
            "(please )?(let me know|feel free to (ask|reach out)|(do not|don't) hesitate to (ask|reach out)|just ask)";

    private static final String WANTING =
            "(you('d| would)? (have|need|want|like)|there is|there's) (anything|any|more|other|further|additional)"
                    + "( (more|other|else|further|additional|specific|questions?|help|assistance|information|details|clarification))*"
                    + "( (about|on|regarding|with) (this|that|it))?";

    private static final Pattern EMPTY = Pattern.compile(
            "[\\s\\p{Punct}\\p{So}]*("
                    + "|(hi|hello|hey|greetings|good (morning|afternoon|evening))( there)?"
                    + "|(sure|certainly|of course|absolutely|great( question)?|good question|ok(ay)?|thanks?( you)?( for (your|the) question)?|yes|no)"
                    + "|((sure|certainly|of course),? )?here (is|are|'s) (the|an?|your|some|what)? ?(\\w+ ){0,3}?(answers?|summary|overview|details?|information|steps?|points?|list|i found)( (to|of|for|on) (your|the) (question|request))?"
                    + "|in (summary|short|conclusion|brief)|to (summari[sz]e|sum up)|note|additionally|furthermore|overall|answer|conclusion|summary"
                    + "|(please )?(see|visit|click|read|check|follow|open|go to)( on)? (also )?(this|that|it|here|the link)( link| page)?"
                    + "|(i )?hope (this|that) helps( you)?"
                    + "|" + INVITING + "( me)?( if " + WANTING + ")?|if " + WANTING + ",? " + INVITING
                    + "|is there anything else( (i can help( you)? with|you would like to know|you'd like to know))?"
                    + "|(i am|i'm) (happy|glad) to help( you)?( with (this|that))?"
                    + "|based on the (provided |given |above )?(passages?|documents?|context|information)( provided| above)?"
                    + ")[\\s\\p{Punct}\\p{So}]*",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern OFFER = Pattern.compile(
            "\\W*(would you like|do you (want|need)|is there anything|can i help|may i help|shall i|should i|how can i help"
                    + "|what (else )?would you like)\\b.{0,120}\\?\\W*",
            Pattern.CASE_INSENSITIVE);

    private static final String TEXTS =
            "(passages?|documents?|context|text|information|sources?|excerpts?|material|documentation)";

    private static final Pattern REFUSING = Pattern.compile(
            "\\W*(" + NOT_FOUND
                    + "|(unfortunately,? |however,? |but |sorry,? |i('m| am) (sorry|afraid),? (but |that )?)*(the |these |those |your |any |no |none of the )*(provided |given |available |above |cited )*"
                    + TEXTS
                    + "( (provided|given|above|available))? (do|does|did)(n't| not) (contain|mention|say|state|provide|specify|include|hold|tell|give|answer|indicate|describe|discuss|cover|have)\\b[^.;]*"
                    + "|(unfortunately,? |however,? |but |sorry,? |i('m| am) (sorry|afraid),? (but |that )?)*i (could not|couldn't|cannot|can't|can not|do not|don't|did not|didn't|am unable to|was unable to|am not able to) (find|have|know|answer|determine|tell|locate|see)\\b[^.;]*"
                    + "|(there is|there's|there was) (no|not enough|insufficient) (information|mention|answer|data)\\b[^.;]*"
                    + "|(this|that|it|the answer) (is|was) (not|nowhere) (mentioned|stated|specified|given|provided|found|in the documents?|in the passages?)\\b[^.;]*"
                    + ")\\W*",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern STATING = Pattern.compile(
            "\\d|://|n['’]t\\b|\\b(is|are|was|were|be|been|has|have|had|do|does|did|can|could|may|might|must|should|will|would|not|no|never|only|free|cannot)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final int LONGEST_TOPIC = 8;

    private static final Pattern PREFIX = Pattern.compile(
            "^\\W*(the (short )?answer( to (your|the) question)? is:|(according to|based on|as (stated|mentioned|described|noted) in|per) (the |your )?(provided |given |above )?((passages?|documents?|context|information|texts?|sources?)( (provided|above|\\d+))?),? (it is stated that |)"
                    + "|the " + TEXTS + " (says?|states?|mentions?|indicates?|notes?) that )",
            Pattern.CASE_INSENSITIVE);

    /** With a digit it may be a claim all the same; so may a question be that offers nothing. */
    static Claims of(String sentence) {
        boolean hasNumber = sentence.chars().anyMatch(Character::isDigit);
        if (EMPTY.matcher(sentence).matches() || (OFFER.matcher(sentence).matches() && !hasNumber)) {
            return NOTHING;
        }
        return REFUSING.matcher(sentence).matches() && !hasNumber ? REFUSAL : CLAIM;
    }

    /** Whether a heading makes a statement. */
    static boolean isClaim(String heading) {
        return STATING.matcher(heading).find() || heading.split(" ").length > LONGEST_TOPIC;
    }

    /** The words of a sentence, without Markdown. */
    static String plain(String markdown) {
        return InertMarkdown.of(markdown)
                .replaceAll("(\\*\\*|__|~~|`)", "")
                .replaceAll("(?<![\\p{L}\\p{N}])[*_](?=\\S)|(?<=\\S)[*_](?![\\p{L}\\p{N}])", "")
                .replaceAll("^\\s*>\\s?", "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** What of it is to be checked: without "According to the documents,". */
    static String checked(String plain) {
        String rest = PREFIX.matcher(plain).replaceFirst("");
        return rest.isBlank() ? plain : rest.substring(0, 1).toUpperCase(Locale.ROOT) + rest.substring(1);
    }
}
