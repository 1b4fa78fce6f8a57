package io.docent.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ways to make a true sentence false by rule, each in one thing. A way gives nothing for a sentence that it does not fit.
 * The words it puts in are lists of its own, not those that the check goes by.
 */
enum Perturbation {
    NUMBER {
        @Override
        Optional<String> apply(String sentence, List<String> others, Random random) {
            return replaceOne(NUMBERS, sentence, random, found -> {
                String digits = found.group().replace(",", "");
                if (digits.matches("(1[5-9]|20)\\d\\d") || digits.length() > 9) {
                    return found.group();
                }
                if (digits.contains(".")) {
                    double value = Double.parseDouble(digits) * (random.nextBoolean() ? 1.5 : 0.4);
                    return String.format(Locale.ROOT, "%.1f", value);
                }
                long value = Long.parseLong(digits);
                long other = random.nextBoolean() ? value + 1 + random.nextInt(5) : value * 3 + 2;
                return found.group().contains(",") ? String.format(Locale.ROOT, "%,d", other) : String.valueOf(other);
            });
        }
    },
    NUMBER_WORD {
        @Override
        Optional<String> apply(String sentence, List<String> others, Random random) {
            return swapWord(sentence, NUMBER_WORDS, random);
        }
    },
    UNIT {
        @Override
        Optional<String> apply(String sentence, List<String> others, Random random) {
            return NUMBERED.matcher(sentence).find() ? swapWord(sentence, UNITS, random) : Optional.empty();
        }
    },
    DATE {
        @Override
        Optional<String> apply(String sentence, List<String> others, Random random) {
            Optional<String> month = swapWord(sentence, MONTHS, random);
            return month.isPresent()
                    ? month
                    : replaceOne(
                            YEARS,
                            sentence,
                            random,
                            found -> String.valueOf(Integer.parseInt(found.group())
                                    + (random.nextBoolean() ? 1 : -1) * (1 + random.nextInt(9))));
        }
    },
    NAME {
        @Override
        Optional<String> apply(String sentence, List<String> others, Random random) {
            List<String> names = new ArrayList<>();
            others.forEach(other -> names(other).stream()
                    .map(MatchResult::group)
                    .filter(name -> !sentence.contains(name) && !name.contains(" and ") && !isPartOf(name, sentence))
                    .forEach(names::add));
            if (names.isEmpty()) {
                return Optional.empty();
            }
            return replaceOne(names(sentence), sentence, random, found -> names.get(random.nextInt(names.size())));
        }
    },
    NEGATION {
        @Override
        Optional<String> apply(String sentence, List<String> others, Random random) {
            Matcher denied = DENIED.matcher(sentence);
            if (denied.find()) {
                return Optional.of(denied.replaceFirst("$1 "));
            }
            return replaceOne(AUXILIARIES, sentence, random, found -> found.group() + " not");
        }
    },
    OPPOSITE {
        @Override
        Optional<String> apply(String sentence, List<String> others, Random random) {
            return swapWord(sentence, OPPOSITES, random);
        }
    },
    SWAPPED {
        @Override
        Optional<String> apply(String sentence, List<String> others, Random random) {
            List<MatchResult> names = names(sentence);
            if (names.size() < 2) {
                return Optional.empty();
            }
            int at = random.nextInt(names.size() - 1);
            MatchResult one = names.get(at);
            MatchResult other = names.get(at + 1);
            String between = sentence.substring(one.end(), other.start());
            // "A and B", "A, B", "A of B": the order says nothing, or the two are one name.
            if (!between.matches(".*\\b\\p{Ll}{3,}\\b.*") || between.matches("\\W*(and|the|or|of the|and the)\\W*")) {
                return Optional.empty();
            }
            return Optional.of(sentence.substring(0, one.start())
                    + other.group()
                    + between
                    + one.group()
                    + sentence.substring(other.end()));
        }
    },
    STITCHED {
        @Override
        Optional<String> apply(String sentence, List<String> others, Random random) {
            Matcher own = PREDICATE.matcher(sentence);
            if (others.isEmpty()
                    || !own.find()
                    || own.start() < 4
                    || POINTING.matcher(sentence).find()) {
                return Optional.empty();
            }
            String other = others.get(random.nextInt(others.size()));
            Matcher theirs = PREDICATE.matcher(other);
            if (!theirs.find()
                    || theirs.start() < 4
                    || POINTING.matcher(other).find()
                    || !theirs.group().equals(own.group())
                    || other.length() - theirs.end() < 20) {
                return Optional.empty();
            }
            String subject = sentence.substring(0, own.start());
            return other.startsWith(subject) || sentence.startsWith(other.substring(0, theirs.start()))
                    ? Optional.empty()
                    : Optional.of(subject + other.substring(theirs.start()));
        }
    },
    INVENTED {
        @Override
        Optional<String> apply(String sentence, List<String> others, Random random) {
            return sentence.endsWith(".")
                    ? Optional.of(sentence.substring(0, sentence.length() - 1)
                            + ADDITIONS.get(random.nextInt(ADDITIONS.size())) + ".")
                    : Optional.empty();
        }
    };

    private static final Pattern NUMBERS = Pattern.compile("(?<![\\w.,$-])\\d[\\d,]*(\\.\\d+)?(?![\\w-]|[.,]\\d)");
    private static final Pattern NUMBERED =
            Pattern.compile("(?i)\\d\\s?\\p{L}|\\b(two|three|four|five|six|seven|eight|nine|ten|several)\\b");
    private static final Pattern YEARS = Pattern.compile("(?<![\\w.,$-])(1[5-9]|20)\\d\\d(?![\\w-]|[.,]\\d)");
    private static final Pattern NAMES =
            Pattern.compile("(?<=[\\p{Ll}\\p{N},;’'\")] )\\p{Lu}[\\p{L}\\p{N}-]{2,}( \\p{Lu}[\\p{L}\\p{N}-]+)*");
    private static final Set<String> NO_NAMES = Set.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
            "The",
            "You",
            "This",
            "That",
            "What",
            "Why");
    private static final Pattern DENIED = Pattern.compile(
            "\\b(is|are|was|were|has|have|had|can|could|will|would|should|must|does|do|did|may) ?n[o']t ");
    private static final Pattern AUXILIARIES =
            Pattern.compile("\\b(is|are|was|were|has|have|had|can|could|will|would|should|must|may)\\b(?! not|n't)");
    private static final Pattern PREDICATE = Pattern.compile(" (is|are|was|were|has|had|can|will|became) ");
    private static final Pattern POINTING =
            Pattern.compile("^(He|She|It|They|This|These|That|Those|There|His|Her|Its|Their|I|We|You|If|When)\\b");

    private static final Map<String, String> NUMBER_WORDS = pairs(
            "two three;three five;four six;five eight;six nine;seven four;eight two;nine seven;ten twelve;twelve twenty"
                    + ";third fourth;fourth sixth;fifth second;sixth third;twenty thirty;fifty forty;hundred thousand"
                    + ";dozen hundred");
    private static final Map<String, String> UNITS = pairs(
            "km miles;kilometers miles;kilometres miles;miles kilometers;meters feet;metres feet;feet meters;inches feet"
                    + ";million billion;billion million;thousand million;percent dollars;years months;months years"
                    + ";year month;weeks days;days weeks;hours minutes;minutes hours;seconds hours;dollars euros;euros dollars"
                    + ";pounds tons;kilograms pounds;kg tons;tons kilograms;acres hectares;hectares acres;centuries decades"
                    + ";decades centuries;MB GB;GB MB;KB MB");
    private static final Map<String, String> MONTHS = pairs(
            "January April;February October;March August;April December;June January;July November;August February"
                    + ";September June;October March;November May;December July;Monday Thursday;Tuesday Friday"
                    + ";Wednesday Sunday;Thursday Monday;Friday Tuesday;Saturday Wednesday;Sunday Saturday");
    private static final Map<String, String> OPPOSITES =
            pairs("east west;west east;eastern western;western eastern;north south;south north;northern southern"
                    + ";southern northern;rose fell;fell rose;increased decreased;increase decrease;increases decreases"
                    + ";decreased increased;decrease increase;before after;after before;first last;more less;less more"
                    + ";largest smallest;larger smaller;large small;small large;smaller larger;smallest largest;high low"
                    + ";higher lower;lower higher;highest lowest;lowest highest;low high;early late;late early;earlier later"
                    + ";later earlier;old new;new old;oldest newest;won lost;lost won;best worst;better worse;above below"
                    + ";below above;inside outside;internal external;external internal;public private;private public"
                    + ";allowed forbidden;allows forbids;include exclude;includes excludes;accepted rejected"
                    + ";approved rejected;opened closed;began ended;started stopped;gained lost;positive negative"
                    + ";negative positive;strong weak;strongest weakest;always never;never always;major minor;long short"
                    + ";short long;longer shorter;easy difficult;difficult easy;common rare;rare common;left right"
                    + ";right left;upper lower;possible impossible;legal illegal;male female;men women;women men"
                    + ";supported opposed;enable disable;enabled disabled;required optional;wealthy poor;rich poor;poor rich"
                    + ";success failure;victory defeat;defeat victory;attacked defended;built destroyed;hot cold;cold hot"
                    + ";warm cool;heavy light;fast slow;modern ancient;ancient modern;urban rural;domestic foreign;young old"
                    + ";maximum minimum;minimum maximum;majority minority;minority majority;with without;most least");
    private static final List<String> ADDITIONS = List.of(
            ", which was later copied by several rivals",
            " and won an international award for it",
            ", despite heavy criticism from local journalists",
            " in front of a large and cheerful audience",
            ", after a long dispute with the insurance company",
            " and was financed by a secret donation",
            ", although the engineers had warned about it",
            ", which surprised most of the shareholders",
            " because the previous supplier went bankrupt",
            ", a fact that was only revealed decades later by a whistleblower",
            " and is being investigated by the police",
            ", mainly to attract younger customers");

    /** The false sentence; empty where this way does not fit the sentence. */
    abstract Optional<String> apply(String sentence, List<String> others, Random random);

    private static List<MatchResult> names(String sentence) {
        return NAMES.matcher(sentence)
                .results()
                .filter(name -> !NO_NAMES.contains(name.group().split(" ")[0]))
                .toList();
    }

    private static boolean isPartOf(String name, String sentence) {
        for (String word : name.split("[ -]")) {
            if (word.length() > 3 && sentence.contains(word.substring(0, 4))) {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> replaceOne(
            Pattern pattern, String sentence, Random random, java.util.function.Function<MatchResult, String> with) {
        return replaceOne(pattern.matcher(sentence).results().toList(), sentence, random, with);
    }

    private static Optional<String> replaceOne(
            List<MatchResult> found,
            String sentence,
            Random random,
            java.util.function.Function<MatchResult, String> with) {
        if (found.isEmpty()) {
            return Optional.empty();
        }
        MatchResult one = found.get(random.nextInt(found.size()));
        String changed = sentence.substring(0, one.start()) + with.apply(one) + sentence.substring(one.end());
        return changed.equals(sentence) ? Optional.empty() : Optional.of(changed);
    }

    private static Optional<String> swapWord(String sentence, Map<String, String> words, Random random) {
        List<MatchResult> found = Pattern.compile("\\b\\p{L}+\\b")
                .matcher(sentence)
                .results()
                .filter(word -> words.containsKey(word.group()))
                .toList();
        return replaceOne(found, sentence, random, word -> words.getOrDefault(word.group(), word.group()));
    }

    private static Map<String, String> pairs(String text) {
        Map<String, String> pairs = new HashMap<>();
        for (String pair : text.split(";")) {
            String[] words = pair.split(" ");
            pairs.put(words[0], words[1]);
        }
        return pairs;
    }
}
