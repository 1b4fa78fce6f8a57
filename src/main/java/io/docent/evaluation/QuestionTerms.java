package io.docent.evaluation;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of an English question that a search goes by: no function words, singular and plural alike. */
final class QuestionTerms {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private static final Set<String> FUNCTION_WORDS =
            Set.of(("a an the this that these those such same other others else another more most"
                            + " any some all both each every no not nor only own so than too very just also again still ever never"
                            + " i me my mine we us our ours you your yours he him his she her hers it its they them their theirs"
                            + " himself herself itself themselves myself yourself one ones someone anyone something anything nothing"
                            + " what which who whom whose when where why how am is are was were be been being do does did doing done"
                            + " have has had having can could will would shall should may might must s t d ll re ve m don didn doesn"
                            + " isn wasn weren aren couldn wouldn shouldn hasn haven hadn won of at by for with about against between"
                            + " into through during before after above below to from up down in out on off over under then once here"
                            + " there and but if or because as until while besides aside addition regard regarding per via upon")
                    .split(" "));

    private QuestionTerms() {}

    static Set<String> of(String question) {
        Set<String> terms = new LinkedHashSet<>();
        String plain = Normalizer.normalize(question, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        Matcher word = WORD.matcher(plain.toLowerCase(Locale.ROOT).replaceAll("['’]s\\b", ""));
        while (word.find()) {
            if (!FUNCTION_WORDS.contains(word.group())) {
                terms.add(singular(word.group()));
            }
        }
        return terms;
    }

    private static String singular(String word) {
        return word.length() > 3 && word.endsWith("s") && !word.endsWith("ss")
                ? word.substring(0, word.length() - 1)
                : word;
    }
}
