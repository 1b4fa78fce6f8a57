package io.docent.passage;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Tells lines of programs, commands and settings from lines of prose. */
final class CodeLines {

    private static final Pattern WORD = Pattern.compile("[(\"“‘']?\\p{L}[\\p{L}\\p{N}'’-]*[,.:!?)\"”]*");

    private static final int FEWEST_WORDS_OF_PROSE = 5;

    /** Nobody writes longer lines of code; looking through what a machine wrote would take its time. */
    private static final int LONGEST = 1_000;

    private static final String LAST_OF_CODE = "{};\\";
    private static final String FIRST_OF_CODE = "{}[]<#$@/";

    private static final String OPTION = "(?:^|\\s)(?:--[a-z][\\w-]+|(?<=\\s)-[A-Za-z](?=\\s|$))";
    private static final String ASSIGNMENT = "(?:^|\\s)[A-Za-z_][\\w.-]*=[^\\s=]";
    private static final String VARIABLE = "\\$[\\w({]";
    private static final String JUNCTION = "\\s(?:\\|\\||&&|>>)\\s";
    private static final String ARROW = "=>|->|::";
    private static final String CALL = "\\w\\([^()]*\\)+[;{:]?$";
    private static final String PATH = "(?:^|\\s)~?/[\\w.-]+/[\\w./-]+";

    /** Behind the code of a line. */
    private static final Pattern REMARK = Pattern.compile("(?<! ) {2,}(?:#|//)\\s.*");

    private static final Pattern SIGNS =
            Pattern.compile(String.join("|", OPTION, ASSIGNMENT, VARIABLE, JUNCTION, ARROW, CALL, PATH));

    /** One of these is in every line that {@link #SIGNS} or {@link #REMARK} finds something in. */
    private static final List<String> PARTS_OF_SIGNS =
            List.of(" -", "--", "=", "$", "||", "&&", ">>", "->", "::", "(", "/", "  #");

    private CodeLines() {}

    /**
     * Whether the lines of a block are code: most of them, or half of them for what they have and not for being indented.
     * One line alone is none that could be joined with another.
     */
    static boolean areIn(String text, List<Span> block) {
        if (block.size() < 2) {
            return false;
        }
        int code = 0;
        int withSigns = 0;
        for (Span line : block) {
            boolean signs = hasSigns(text, line);
            withSigns += signs ? 1 : 0;
            code += signs || isIndentedCode(text, line) ? 1 : 0;
        }
        return code * 2 > block.size() || withSigns * 2 == block.size();
    }

    /** Whether a line, given without white space around it, has what code is made of or is indented as code is. */
    static boolean isOne(String text, Span line) {
        return hasSigns(text, line) || isIndentedCode(text, line);
    }

    private static boolean isIndentedCode(String text, Span line) {
        return isIndented(text, line)
                && line.length() <= LONGEST
                && Lines.markerLength(text, line) == 0
                && !looksLikeProse(withoutRemark(line.of(text)));
    }

    private static boolean hasSigns(String text, Span span) {
        if (LAST_OF_CODE.indexOf(text.charAt(span.end() - 1)) >= 0
                || FIRST_OF_CODE.indexOf(text.charAt(span.start())) >= 0) {
            return true;
        }
        if (span.length() > LONGEST) {
            return false;
        }
        String line = span.of(text);
        if (PARTS_OF_SIGNS.stream().noneMatch(line::contains)) {
            return false; // most lines, and told in no time
        }
        String code = withoutRemark(line);
        boolean signs = code.length() < line.length() || SIGNS.matcher(code).find();
        return signs && Lines.markerLength(text, span) == 0 && !looksLikeProse(code);
    }

    private static String withoutRemark(String line) {
        return REMARK.matcher(line).replaceFirst("");
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
