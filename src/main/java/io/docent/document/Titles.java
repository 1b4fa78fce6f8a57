package io.docent.document;

import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Picks what a document is called: see {@link Document#title()}. */
final class Titles {

    private static final int LONGEST = 200;

    /** A first line that is longer is a paragraph. */
    private static final int LONGEST_LINE = 150;

    /** What programs write into a title when nobody gave one. */
    private static final Pattern JUNK = Pattern.compile(
            "(?i)untitled.*|no title|title|new document|document ?\\d*|doc ?\\d+|dokument ?\\d*|microsoft word\\b.*"
                    + "|microsoft powerpoint\\b.*|microsoft excel\\b.*|powerpoint[- ]pr.sentation|pr.sentation ?\\d*"
                    + "|powerpoint presentation|slide ?\\d*|folie ?\\d*|book ?\\d+|workbook ?\\d*|sheet ?\\d*"
                    + "|(?:normal|default)(?:\\.dotm?)?|.*\\btemplate|.*\\.dot[xm]?|.*\\.pot[xm]?|unknown|none|null|\\(.*\\)"
                    + "|[^\\s]+\\.(?:docx?|pptx?|xlsx?|pdf|html?|odt|ods|odp|rtf|txt|tex|dvi|indd|md|qxd|p65|pub|eps|ps)"
                    + "|[^\\p{L}\\p{N}]*");

    private Titles() {}

    /** One line, trimmed, at most 200 characters, never blank. */
    static String pick(Content content, FileName name) {
        Stream<@Nullable String> candidates =
                switch (content.otherwise()) {
                    case HEADING -> Stream.of(firstHeading(content), firstLine(content), spoken(name.stem()));
                    case FIRST_LINE -> Stream.of(firstLine(content), firstHeading(content), spoken(name.stem()));
                    case FILE_NAME -> Stream.of(spoken(name.stem()));
                    case WHOLE_FILE_NAME -> Stream.of(name.name());
                };
        return Stream.concat(Stream.of(own(content, name)), candidates)
                .filter(Objects::nonNull)
                .map(title -> shortened(TextBuilder.oneLine(title)))
                .filter(title -> !title.isBlank())
                .findFirst()
                .orElse("Untitled");
    }

    private static @Nullable String own(Content content, FileName name) {
        String title = content.ownTitle() == null ? "" : TextBuilder.oneLine(content.ownTitle());
        boolean junk = JUNK.matcher(title).matches() || title.equalsIgnoreCase(name.name());
        return junk ? null : title;
    }

    private static @Nullable String firstHeading(Content content) {
        return content.headings().isEmpty()
                ? null
                : content.headings().getFirst().title();
    }

    private static @Nullable String firstLine(Content content) {
        return content.text()
                .lines()
                .map(String::strip)
                .filter(line -> line.codePoints().anyMatch(Character::isLetterOrDigit))
                .findFirst()
                .filter(line -> line.length() <= LONGEST_LINE)
                .orElse(null);
    }

    /** A file name as one would say it. */
    private static String spoken(String stem) {
        return stem.replaceAll("[_-]+", " ");
    }

    private static String shortened(String title) {
        if (title.length() <= LONGEST) {
            return title;
        }
        int space = title.lastIndexOf(' ', LONGEST - 1);
        int end = space > LONGEST / 2 ? space : LONGEST - 1;
        end -= Character.isHighSurrogate(title.charAt(end - 1)) ? 1 : 0;
        return title.substring(0, end).strip() + "…";
    }
}
