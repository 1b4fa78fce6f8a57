package io.docent.passage;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Tells lines of programs, commands and settings from lines of prose. */
final class CodeLines {

    private static final Pattern WORD = Pattern.compile("[(\"“‘']?\\p{L}[\\p{L}\\p{N}'’-]*[,.:!?)\"”]*");

    private static final int FEWEST_WORDS_OF_PROSE = 5;

    private static final String LAST_OF_CODE = "{};\\";
    private static final String FIRST_OF_CODE = "{}[]<#$@/";

    private static final String OPTION = "(?:^|\\s)(?:--[a-z][\\w-]+|-[A-Za-z](?=\\s|$))";
    private static final String ASSIGNMENT = "(?:^|\\s)[A-Za-z_][\\w.-]*=[^\\s=]";
    private static final String VARIABLE = "\\$[\\w({]";
    private static final String JUNCTION = "\\s(?:\\|\\||&&|>>)\\s";
    private static final String ARROW = "=>|->|::";
    private static final String CALL = "\\w\\([^)]*\\)\\s*[;{:]?$";
    private static final String PATH = "(?:^|\\s)~?/[\\w.-]+/[\\w./-]+";

    /** Behind the code of a line. */
    private static final Pattern REMARK = Pattern.compile("\\s{2,}(?:#|//)\\s.*");

    private static final Pattern SIGNS =
            Pattern.compile(String.join("|", OPTION, ASSIGNMENT, VARIABLE, JUNCTION, ARROW, CALL, PATH));

    private CodeLines() {}

    /**
     * Whether the lines of a block are code: most of them, or half of them for what they have and not for being indented.
     * One line alone is none that could be joined with another.
     */
    static boolean areIn(String text, List<Span> block) {
        if (block.size() < 2) {
            return false;
        }
        long code = block.stream().filter(line -> isOne(text, line)).count();
        long withSigns = block.stream().filter(line -> hasSigns(text, line)).count();
        return code * 2 > block.size() || withSigns * 2 == block.size();
    }

    /** Whether a line, given without white space around it, has what code is made of or is indented as code is. */
    static boolean isOne(String text, Span line) {
        boolean indented = isIndented(text, line)
                && Lines.markerLength(text, line) == 0
                && !looksLikeProse(withoutRemark(text, line));
        return indented || hasSigns(text, line);
    }

    private static boolean hasSigns(String text, Span line) {
        if (LAST_OF_CODE.indexOf(text.charAt(line.end() - 1)) >= 0
                || FIRST_OF_CODE.indexOf(text.charAt(line.start())) >= 0) {
            return true;
        }
        String code = withoutRemark(text, line);
        boolean signs = code.length() < line.length() || SIGNS.matcher(code).find();
        return signs && Lines.markerLength(text, line) == 0 && !looksLikeProse(code);
    }

    private static String withoutRemark(String text, Span line) {
        return REMARK.matcher(line.of(text)).replaceFirst("");
    }

    private static boolean isIndented(String text, Span span) {
        int start = span.start();
        return start > 1
                && (text.charAt(start - 1) == '\t' || (text.charAt(start - 1) == ' ' && text.charAt(start - 2) == ' '));
    }

    /** An indented paragraph, as a list has them: words and nothing that code is made of. */
    private static boolean looksLikeProse(String line) {
        String[] words = line.split("\\s+");
        long plain = Arrays.stream(words)
                .filter(word -> WORD.matcher(word).matches())
                .count();
        return words.length >= FEWEST_WORDS_OF_PROSE && plain * 5 >= words.length * 4L;
    }
}
