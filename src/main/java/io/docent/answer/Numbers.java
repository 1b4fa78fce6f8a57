package io.docent.answer;

import io.docent.answer.Fractions.Fraction;
import io.docent.answer.Quantity.Bound;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads numbers, in digits and in English words, with what they measure and how they limit it. */
final class Numbers {

    private static final Map<String, Double> SHORT_SCALES =
            Map.of("k", 1e3, "m", 1e6, "mn", 1e6, "mm", 1e6, "b", 1e9, "bn", 1e9, "tn", 1e12);

    private static final Pattern DIGITS = Pattern.compile("\\d[\\d.,\u00A0\u202F’']*");

    private Numbers() {}

    static Quantity digits(String found, @Nullable String after, int start) {
        Matcher digits = DIGITS.matcher(found);
        if (!digits.find()) {
            throw new IllegalArgumentException("no digits in " + found);
        }
        String written = digits.group().replaceAll("[.,’'\u00A0\u202F]+$", "");
        double value = value(written);
        if (found.startsWith("-") || found.startsWith("−")) {
            value = -value;
        }
        MeasureUnit unit = MeasureUnit.NONE;
        Matcher currency = Pattern.compile("[$€£¥₹]").matcher(found.substring(0, digits.start()));
        boolean money = currency.find();
        if (money) {
            unit = known(currency.group());
        }
        String suffix = after == null ? "" : after.strip().toLowerCase(Locale.ROOT);
        if (suffix.equals("s") && written.matches("(1[0-9]|20)?\\d0")) {
            unit = MeasureUnit.DECADE;
        } else if (suffix.matches("st|nd|rd|th")) {
            unit = MeasureUnit.ORDINAL;
        } else if (SHORT_SCALES.containsKey(suffix) && (money || !suffix.matches("m|mm|b"))) {
            value *= SHORT_SCALES.getOrDefault(suffix, 1.0);
        } else if (!suffix.isEmpty() && MeasureUnit.named(suffix) != null) {
            unit = known(suffix);
        }
        return new Quantity(
                value,
                unit,
                Bound.NONE,
                found.strip(),
                written.replaceAll("[^\\d.]", ""),
                start,
                start + found.length());
    }

    private static MeasureUnit known(String name) {
        MeasureUnit unit = MeasureUnit.named(name);
        return unit == null ? MeasureUnit.NONE : unit;
    }

    private static double value(String written) {
        if (written.matches("\\d{1,3}([,\u00A0\u202F’']\\d{3})+(\\.\\d+)?")) {
            return Double.parseDouble(written.replaceAll("[,\u00A0\u202F’']", ""));
        }
        return Double.parseDouble(written.replace(',', '.').replaceAll("[\u00A0\u202F’']", ""));
    }

    static List<Quantity> date(String iso, int start) {
        int end = start + iso.length();
        String year = iso.substring(0, 4);
        String day = iso.substring(8).replaceFirst("^0", "");
        return List.of(
                new Quantity(Integer.parseInt(year), MeasureUnit.NONE, Bound.NONE, year, year, start, end),
                new Quantity(Integer.parseInt(day), MeasureUnit.NONE, Bound.NONE, day, day, start, end));
    }

    static Quantity clock(String found, int start) {
        Matcher parts =
                Pattern.compile("(\\d{1,2})(?:[:.](\\d{2}))?\\s?([aApP])?.*").matcher(found);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no time of day: " + found);
        }
        int hour = Integer.parseInt(parts.group(1));
        int minute = parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2));
        if (parts.group(3) != null) {
            hour = hour % 12 + (parts.group(3).equalsIgnoreCase("p") ? 12 : 0);
        }
        double minutes = 60.0 * hour + minute;
        return new Quantity(
                minutes, MeasureUnit.CLOCK, Bound.NONE, found, "clock" + minutes, start, start + found.length());
    }

    /** Puts number words together, and gives every number its scale, its unit and its bound. */
    static List<Quantity> measured(List<Word> words, List<Quantity> inDigits, String text) {
        List<Quantity> all = new ArrayList<>();
        int at = 0;
        while (at < words.size()) {
            Word word = words.get(at);
            int from = at;
            at++;
            Optional<Fraction> fraction = Fractions.at(words, from);
            if (fraction.isPresent()) {
                all.add(fraction.get().quantity(words, from, text));
                at = fraction.get().end();
                continue;
            }
            if (!word.is(Word.Kind.NUMBER) || Dates.month(word).isPresent()) {
                continue;
            }
            if (word.text().codePoints().anyMatch(Character::isDigit)) {
                for (Quantity one : inDigits) {
                    if (one.start() == word.start()) {
                        at = scaled(words, from, at, one, text, all);
                    }
                }
            } else {
                at = inWords(words, from, text, all);
            }
        }
        return all;
    }

    private static int scaled(List<Word> words, int from, int next, Quantity one, String text, List<Quantity> all) {
        double value = one.value();
        int at = next;
        while (at < words.size()
                && NumberWords.SCALES.containsKey(words.get(at).lower())
                && adjacent(words, at, text)) {
            value *= NumberWords.SCALES.getOrDefault(words.get(at).lower(), 1.0);
            at++;
        }
        all.add(complete(words, from, at, value, one.unit(), value == one.value() ? one.digits() : "", text));
        return at;
    }

    private static int inWords(List<Word> words, int from, String text, List<Quantity> all) {
        String first = words.get(from).lower();
        boolean half = first.equals("half");
        if (NumberWords.CLOCK.containsKey(first)) {
            double minutes = NumberWords.CLOCK.getOrDefault(first, 0.0);
            all.add(complete(words, from, from + 1, minutes, MeasureUnit.CLOCK, "clock" + minutes, text));
            return from + 1;
        }
        if (half || first.equals("twice")) {
            MeasureUnit share = half ? known("%") : MeasureUnit.NONE;
            all.add(complete(words, from, from + 1, half ? 50 : 2, share, half ? "" : "2", text));
            return from + 1;
        }
        double total = 0;
        double current = 0;
        int at = from;
        MeasureUnit unit = MeasureUnit.NONE;
        while (at < words.size() && words.get(at).is(Word.Kind.NUMBER) && (at == from || adjacent(words, at, text))) {
            String word = words.get(at).lower();
            if (NumberWords.CARDINALS.containsKey(word)) {
                current += NumberWords.CARDINALS.getOrDefault(word, 0.0);
            } else if (NumberWords.SCALES.containsKey(word)) {
                double scale = NumberWords.SCALES.getOrDefault(word, 1.0);
                current = Math.max(1, current) * scale;
                if (scale >= 1000) {
                    total += current;
                    current = 0;
                }
            } else if (NumberWords.ORDINALS.containsKey(word)) {
                current += NumberWords.ORDINALS.getOrDefault(word, 0.0);
                unit = MeasureUnit.ORDINAL;
                at++;
                break;
            } else {
                break;
            }
            at++;
        }
        if (at == from) {
            return from + 1;
        }
        double value = total + current;
        boolean bareScale = at == from + 1 && NumberWords.SCALES.containsKey(first) && !first.equals("dozen");
        boolean pronoun = at == from + 1
                && first.equals("one")
                && unitAfter(words, at, text).equals(MeasureUnit.NONE);
        boolean firstly = first.equals("first") && from == 0;
        if (!bareScale && !pronoun && !firstly) {
            String digits = value == Math.rint(value) && value < 1e15 ? String.valueOf((long) value) : "";
            all.add(complete(words, from, at, value, unit, digits, text));
        }
        return at;
    }

    private static boolean adjacent(List<Word> words, int at, String text) {
        return Statement.between(text, words, at).matches("[\\s-]*( and )?[\\s-]*");
    }

    private static Quantity complete(
            List<Word> words, int from, int to, double value, MeasureUnit own, String digits, String text) {
        MeasureUnit unit = own;
        MeasureUnit after = unitAfter(words, to, text);
        MeasureUnit code = unitBefore(words, from);
        if (own.equals(MeasureUnit.NONE) && !after.equals(MeasureUnit.NONE)) {
            unit = after;
        } else if (own.equals(MeasureUnit.NONE) && !code.equals(MeasureUnit.NONE)) {
            unit = code;
        } else if (own.equals(MeasureUnit.ORDINAL)
                && to < words.size()
                && words.get(to).lower().matches("centur(y|ies)")) {
            unit = MeasureUnit.CENTURY;
        }
        int start = words.get(from).start();
        int end = words.get(to - 1).end();
        String shown = unit.equals(after) && to < words.size() && !after.equals(MeasureUnit.NONE)
                ? text.substring(start, words.get(to).end())
                : text.substring(start, end);
        return new Quantity(value, unit, Bounds.of(words, from, to), shown, digits, start, end);
    }

    /** "EUR 39". */
    private static MeasureUnit unitBefore(List<Word> words, int at) {
        boolean code = at > 0 && words.get(at - 1).text().matches("\\p{Lu}{3}");
        return code ? known(words.get(at - 1).lower()) : MeasureUnit.NONE;
    }

    private static MeasureUnit unitAfter(List<Word> words, int at, String text) {
        if (at >= words.size() || at == 0) {
            return MeasureUnit.NONE;
        }
        String between = Statement.between(text, words, at);
        Word next = words.get(at);
        if (next.lower().matches("square|sq|cubic") && at + 1 < words.size()) {
            return known(words.get(at + 1).lower()).toThePowerOf(next.lower().equals("cubic") ? 3 : 2);
        }
        if (next.end() < text.length() && "²³".indexOf(text.charAt(next.end())) >= 0) {
            return known(next.lower()).toThePowerOf(text.charAt(next.end()) == '²' ? 2 : 3);
        }
        boolean counted = next.is(Word.Kind.CONTENT)
                && known(next.lower()).equals(MeasureUnit.NONE)
                && at + 1 < words.size()
                && Statement.between(text, words, at + 1).equals(" ");
        if (counted) {
            // "Two consecutive months".
            MeasureUnit time = known(words.get(at + 1).lower());
            boolean isTime = time.dimension().matches("time|months")
                    && words.get(at + 1).lower().length() > 3;
            return isTime && between.matches("[ \u00A0\u202F-]") ? time : MeasureUnit.NONE;
        }
        boolean single = next.text().length() == 1 && !next.text().matches("[a-zA-Z]");
        return between.matches("[ \u00A0\u202F-]?(US |U\\.S\\. )?")
                        && !single
                        && !next.lower().equals("in")
                ? known(next.lower())
                : MeasureUnit.NONE;
    }
}
