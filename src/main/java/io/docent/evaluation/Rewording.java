package io.docent.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ways to say a true sentence otherwise, by rule, so that it stays true. A way gives nothing for a sentence that it does
 * not fit.
 */
enum Rewording {
    /** In 1987, Kestrel was founded: Kestrel was founded in 1987. */
    REORDERED {
        @Override
        Optional<String> apply(String sentence, String next) {
            Matcher fronted = FRONTED.matcher(sentence);
            if (fronted.matches()) {
                return Optional.of(capital(fronted.group(2)) + " " + small(fronted.group(1)) + ".");
            }
            Matcher trailing = TRAILING.matcher(sentence);
            return trailing.matches()
                    ? Optional.of(capital(trailing.group(2)) + ", " + smallUnlessName(trailing.group(1)) + ".")
                    : Optional.empty();
        }
    },
    /** Numbers, units and dates in another form. */
    FORMATTED {
        @Override
        Optional<String> apply(String sentence, String next) {
            String changed = sentence.replaceAll("(?<![\\d,])(\\d{1,3}),(\\d{3})\\b(?!,)", "$1$2")
                    .replaceAll("\\b(\\d+(?:\\.\\d+)?) percent\\b", "$1%")
                    .replaceAll("\\b(\\d+(?:\\.\\d+)?)%", "$1 percent")
                    .replaceAll("\\bkilomet(?:er|re)s\\b", "km")
                    .replaceAll(
                            "\\b(January|February|March|April|May|June|July|August|September|October|November|December)"
                                    + " (\\d{1,2}), (\\d{4})\\b",
                            "$2 $1 $3");
            Matcher small =
                    Pattern.compile("(?<![\\w.,$-])([2-9]|1[0-2])(?= \\p{Ll})").matcher(changed);
            changed = small.replaceAll(found -> WORDS.get(Integer.parseInt(found.group()) - 2));
            return different(changed, sentence);
        }
    },
    /** Single words by others for the same. */
    SYNONYMS {
        @Override
        Optional<String> apply(String sentence, String next) {
            Matcher words = Pattern.compile("\\b\\p{L}+\\b").matcher(sentence);
            return different(words.replaceAll(word -> SAME.getOrDefault(word.group(), word.group())), sentence);
        }
    },
    /** Without what stands in brackets or between commas. */
    SHORTENED {
        @Override
        Optional<String> apply(String sentence, String next) {
            String changed = sentence.replaceAll(" \\([^()]*\\)", "").replaceAll(", which [^,;.]*(,|(?=\\.))", "");
            return different(changed, sentence);
        }
    },
    /** Two sentences that follow each other as one. */
    JOINED {
        @Override
        Optional<String> apply(String sentence, String next) {
            boolean fits = sentence.endsWith(".") && next.endsWith(".") && sentence.length() + next.length() < 260;
            return fits
                    ? Optional.of(sentence.substring(0, sentence.length() - 1) + ", and " + smallUnlessName(next))
                    : Optional.empty();
        }
    },
    /** With a word of where it comes from. */
    ATTRIBUTED {
        @Override
        Optional<String> apply(String sentence, String next) {
            return Optional.of("According to the documents, " + smallUnlessName(sentence));
        }
    },
    CONTRACTED {
        @Override
        Optional<String> apply(String sentence, String next) {
            return different(
                    sentence.replaceAll(
                                    "\\b(is|are|was|were|has|have|had|could|would|should|does|do|did) not\\b", "$1n't")
                            .replaceAll("\\bcannot\\b", "can't"),
                    sentence);
        }
    };

    private static final Pattern FRONTED =
            Pattern.compile("((?:In|On|At|During|By|Since|After|Before|Until|From) [^,;]{3,40}), ([^,;]{20,})\\.");
    private static final Pattern TRAILING = Pattern.compile(
            "([^,;]{20,}) ((?:in|on|during|since|by) (?:the |early |late )?(?:\\p{Lu}\\p{Ll}+ )?\\d{4})\\.");
    private static final List<String> WORDS =
            List.of("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");
    private static final Map<String, String> SAME = new HashMap<>();

    static {
        for (String pair : ("began started;begin start;begins starts;started began;ended finished;approximately about"
                        + ";around about;purchase buy;purchased bought;purchases buys;used employed;uses employs"
                        + ";large big;largest biggest;big large;biggest largest;small little;rapidly quickly;quickly rapidly"
                        + ";frequently often;often frequently;many numerous;numerous many;help assist;helped assisted"
                        + ";helps assists;show demonstrate;shows demonstrates;showed demonstrated;required needed"
                        + ";requires needs;require need;obtained got;received got;children kids;physicians doctors"
                        + ";doctors physicians;automobile car;cars automobiles;created made;made created;built constructed"
                        + ";constructed built;build construct;located situated;important significant;significant important"
                        + ";primarily mainly;mainly primarily;mostly chiefly;wealthy rich;famous renowned;nearly almost"
                        + ";almost nearly;entire whole;whole entire;allow permit;allows permits;allowed permitted"
                        + ";permitted allowed;tried attempted;attempted tried;chose selected;selected chosen;killed slain"
                        + ";huge enormous;enormous huge;error mistake;errors mistakes;modify change;modified changed"
                        + ";delete remove;deletes removes;deleted removed;create make;creates makes;choose select"
                        + ";enable activate;verify check;ensure guarantee;film movie;movie film;movies films;war conflict"
                        + ";country nation;countries nations;nation country;area region;areas regions;region area"
                        + ";people persons;home house;city town;job position;jobs positions;hard difficult;difficult hard"
                        + ";different distinct;various different;annually yearly;yearly annually;died perished"
                        + ";stated said;said stated;claimed asserted;reported announced;announced declared;ongoing continuing")
                .split(";")) {
            String[] words = pair.split(" ");
            SAME.put(words[0], words[1]);
        }
    }

    /**
     * The sentence in other words; empty where this way does not fit it.
     *
     * @param next the sentence that follows it in its document; empty where there is none
     */
    abstract Optional<String> apply(String sentence, String next);

    /** A question with its answer as a statement: what a model would say. Empty where the question has another form. */
    static Optional<String> statement(String question, String answer) {
        Matcher copula = Pattern.compile("(?:What|Who) (is|was|are|were) ((?:the|a|an|one|another) [^?]+)\\?")
                .matcher(question);
        if (copula.matches()
                && !copula.group(2).matches(".* (called|named|known|used|made|found|born|given|considered).*")) {
            return Optional.of(capital(copula.group(2)) + " " + copula.group(1) + " " + answer + ".");
        }
        Matcher subject = Pattern.compile(
                        "(?:Who|What|Which \\p{L}+|What \\p{L}+) ((?!is|are|was|were|did|do|does|has|have|had|can|could|will|would|should)"
                                + "\\p{Ll}+(?:ed|s|t|n|ew|ook|ote|ave|ade|id|ound|ent|ew|an)? [^?]+)\\?")
                .matcher(question);
        boolean verb = subject.matches()
                && subject.group(1)
                        .matches(
                                "\\p{Ll}+(ed|[^s]s|ote|ook|ave|ade|ew|ound|ent|on|an|old|eld|ld|aid|eft|ame|ose|ought|ed) .*");
        return verb
                        && !subject.group(1)
                                .matches("(of|in|on|for|from|person|kind|type|year|percentage|team|country|city) .*")
                ? Optional.of(capital(answer) + " " + subject.group(1) + ".")
                : Optional.empty();
    }

    private static Optional<String> different(String changed, String sentence) {
        return changed.equals(sentence) ? Optional.empty() : Optional.of(changed);
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }

    private static String small(String text) {
        return text.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + text.substring(1);
    }

    /** Only what begins with a word that is small elsewhere. */
    private static String smallUnlessName(String text) {
        return text.matches(
                        "(?s)(The|A|An|In|On|At|It|He|She|They|This|These|That|There|His|Her|Its|Their|Over|As|For|By|From|After|Before|When|While|If|Some|Many|Most|All|Several|During|Both|One|Two|Other|Another|Since|Under|With|However|Although|To|Not|Each|You|Your|We)\\b.*")
                ? small(text)
                : text;
    }
}
