package io.docent.retrieval;

import java.util.Locale;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What kind of thing a question asks for, as far as its words tell, and whether a sentence has such a thing that the
 * question does not have itself. English; of other languages nothing is expected.
 */
enum AnswerType {
    DEFAULT("\\b(what|which|how)\\b.*\\bdefault\\b", AnswerType::hasDefault),
    TIME(
            "\\b(when|(what|which) (year|date|day|month|century|decade|era|time)|how long ago|since when|until when)\\b",
            AnswerType::hasTime),
    NUMBER(
            "\\bhow (many|much|old|tall|long|far|large|big|high|deep|fast|often|wide|heavy|hot|cold)\\b"
                    + "|\\b(what|which)( (is|are|was|were)( the| its| their| your| our)?)?( \\w+){0,2} (percentage|percent|number|amount"
                    + "|age|size|price|cost|rate|distance|population|proportion|fraction|temperature|limit|maximum|minimum|port"
                    + "|version|length|height|weight|speed)\\b",
            AnswerType::hasNumber),
    NAME(
            "\\b(who|whom|whose|where)\\b|\\b(what|which) (is the name|city|country|state|town|place|person|man|woman|company"
                    + "|team|organi[sz]ation|university|school|king|president|author|language|region|river|nation)\\b",
            AnswerType::hasName),
    REASON("\\bwhy\\b|\\bwhat (causes?|caused|is the reason)\\b", AnswerType::hasReason),
    ANY("", (sentence, question) -> true);

    private static final Pattern NUMBER_WORDS = Pattern.compile(
            "\\b(\\d[\\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty"
                    + "|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|half|third|quarter|dozen|twice|once)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern TIME_WORDS = Pattern.compile(
            "\\b(1\\d{3}|20\\d{2}|\\d{1,2}(st|nd|rd|th)?|january|february|march|april|june|july|august|september|october"
                    + "|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|centur(y|ies)|[12]\\d{3}s"
                    + "|spring|summer|autumn|winter|days?|weeks?|months?|years?|hours?|minutes?)\\b|\\bMay \\d",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern REASON_WORDS = Pattern.compile(
            "\\b(because|since|due to|as a result|therefore|so that|in order to|to avoid|to prevent|reasons?|caused?|causes"
                    + "|leads? to|led to|owing to|thanks to|allows?|ensures?)\\b",
            Pattern.CASE_INSENSITIVE);

    /** A word with a capital letter that does not start the sentence. */
    private static final Pattern NAMES =
            Pattern.compile("(?<=[\\p{L}\\p{N},;:’'\")] )[\"“'(]?(\\p{Lu}[\\p{L}\\p{N}-]+)");

    private static final Set<String> NO_NAMES = Set.of("i", "the", "a", "an");

    private static final Pattern DEFAULTS = Pattern.compile(
            "\\bdefaults?\\b(\\s+[\\w-]+){0,3}?\\s+(is|are|to|of)\\b|\\bdefault\\s*[:=]|\\(default|\\bby default\\b",
            Pattern.CASE_INSENSITIVE);

    private final Pattern question;
    private final BiPredicate<String, String> met;

    AnswerType(String question, BiPredicate<String, String> met) {
        this.question = Pattern.compile(question, Pattern.CASE_INSENSITIVE);
        this.met = met;
    }

    static AnswerType of(String question) {
        for (AnswerType type : values()) {
            if (type.question.matcher(question).find()) {
                return type;
            }
        }
        return ANY;
    }

    /** Whether a sentence has a thing of this kind that is not in the question. */
    boolean isMetBy(String sentence, String question) {
        return met.test(sentence, question.toLowerCase(Locale.ROOT));
    }

    private static boolean hasTime(String sentence, String question) {
        return hasOther(TIME_WORDS, sentence, question);
    }

    private static boolean hasNumber(String sentence, String question) {
        return hasOther(NUMBER_WORDS, sentence, question);
    }

    private static boolean hasDefault(String sentence, String question) {
        return DEFAULTS.matcher(sentence).find();
    }

    private static boolean hasReason(String sentence, String question) {
        return REASON_WORDS.matcher(sentence).find();
    }

    private static boolean hasName(String sentence, String question) {
        Matcher names = NAMES.matcher(sentence);
        while (names.find()) {
            String name = names.group(1).toLowerCase(Locale.ROOT);
            if (!question.contains(name) && !NO_NAMES.contains(name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasOther(Pattern words, String sentence, String question) {
        Matcher found = words.matcher(sentence);
        while (found.find()) {
            if (!question.contains(found.group().toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }
}
