package io.docent.channel.http;

import io.docent.answer.Citation;
import io.docent.channel.Markdown;
import io.docent.history.Gap;
import io.docent.history.Gap.Wording;
import io.docent.history.GapKind;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gaps as a table (RFC 4180) that a spreadsheet opens and runs nothing of, whatever was asked. */
final class GapCsv {

    private static final List<String> HEADER = List.of(
            "question",
            "asked",
            "open",
            "not_found",
            "unsupported",
            "unhelpful",
            "first_asked",
            "last_asked",
            "done",
            "channels",
            "wordings",
            "comments",
            "closest");

    /** By which spreadsheets take a text for a formula, in ASCII and as wide characters. */
    private static final String BEGINS_FORMULA = "=+-@＝＋－＠";

    private static final int LONGEST_QUOTE = 300;

    /** Tells Excel that it is UTF-8. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private GapCsv() {}

    static String of(List<Gap> gaps) {
        return Stream.concat(Stream.of(HEADER), gaps.stream().map(GapCsv::cells))
                .map(cells -> cells.stream().map(GapCsv::cell).collect(Collectors.joining(",", "", "\r\n")))
                .collect(Collectors.joining("", BYTE_ORDER_MARK, ""));
    }

    private static List<String> cells(Gap gap) {
        return List.of(
                gap.question(),
                String.valueOf(gap.asked()),
                String.valueOf(gap.open()),
                String.valueOf(gap.of(GapKind.NOT_FOUND)),
                String.valueOf(gap.of(GapKind.UNSUPPORTED)),
                String.valueOf(gap.of(GapKind.UNHELPFUL)),
                gap.firstAsked().toString(),
                gap.lastAsked().toString(),
                text(gap.doneAt()),
                String.join(" | ", gap.channels()),
                gap.wordings().stream().map(GapCsv::text).collect(Collectors.joining(" | ")),
                String.join(" | ", gap.comments()),
                gap.closest().stream().map(GapCsv::text).collect(Collectors.joining(" | ")));
    }

    private static String text(@Nullable Instant instant) {
        return instant == null ? "" : instant.toString();
    }

    private static String text(Wording wording) {
        return wording.asked() == 1 ? wording.text() : wording.text() + " (" + wording.asked() + " times)";
    }

    private static String text(Citation citation) {
        Integer page = citation.page();
        return citation.source() + (page == null ? "" : ", page " + page) + ": “"
                + Markdown.shortened(citation.quote().strip().replaceAll("\\s+", " "), LONGEST_QUOTE) + "”";
    }

    /** A quote mark before a text keeps it a text. */
    static String cell(String value) {
        // Some strip the spaces before they look.
        String seen = value.stripLeading();
        boolean harmful = !seen.isEmpty() && BEGINS_FORMULA.indexOf(seen.charAt(0)) >= 0;
        return "\"" + (harmful ? "'" : "") + value.replace("\"", "\"\"") + "\"";
    }
}
