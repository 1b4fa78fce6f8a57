package io.docent.channel.slack;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts mrkdwn into sections of at most {@link #LONGEST} characters: between paragraphs, lines or words, never within a
 * link, an escaped character or a surrogate pair; a code block that is cut is closed and opened again.
 */
final class Sections {

    /** Slack takes 3,000; the rest is for the fences of a code block that is cut. */
    static final int LONGEST = 2_980;

    private static final String FENCE = "```";

    private Sections() {}

    static List<String> of(String mrkdwn) {
        List<String> sections = new ArrayList<>();
        String rest = mrkdwn.strip();
        while (rest.length() > LONGEST) {
            int end = end(rest);
            String section = rest.substring(0, end).stripTrailing();
            rest = rest.substring(end);
            if (isInCode(section)) {
                section += "\n" + FENCE;
                rest = FENCE + "\n" + withoutBlankLines(rest);
            } else {
                rest = rest.stripLeading();
            }
            sections.add(section);
        }
        if (!rest.isEmpty()) {
            sections.add(rest);
        }
        return sections;
    }

    private static String withoutBlankLines(String text) {
        return text.startsWith("\n") ? text.substring(1) : text;
    }

    private static boolean isInCode(String text) {
        int fences = 0;
        for (int at = text.indexOf(FENCE); at >= 0; at = text.indexOf(FENCE, at + FENCE.length())) {
            fences++;
        }
        return fences % 2 == 1;
    }

    /** The last good place to cut. */
    private static int end(String text) {
        for (String between : List.of("\n\n", "\n", " ")) {
            // The first two thirds would leave much of a section empty.
            for (int at = text.lastIndexOf(between, LONGEST);
                    at > LONGEST / 3;
                    at = text.lastIndexOf(between, at - 1)) {
                if (isBetween(text, at)) {
                    return at;
                }
            }
        }
        int end = LONGEST;
        while (end > 1 && !isBetween(text, end)) {
            end--;
        }
        return end;
    }

    /** Whether nothing that belongs together stands around a place. */
    private static boolean isBetween(String text, int at) {
        // Of text that is escaped, only links have angle brackets, but for the sign of a quoted line.
        int open = text.lastIndexOf('<', at - 1);
        boolean inLink = open >= 0 && text.indexOf('>', open) >= at;
        int ampersand = text.lastIndexOf('&', at - 1);
        boolean inEntity = ampersand >= 0 && at - ampersand < 5 && text.indexOf(';', ampersand) >= at;
        boolean inFence = text.startsWith(FENCE, at - 1) || (at >= 2 && text.startsWith(FENCE, at - 2));
        boolean inPair = Character.isHighSurrogate(text.charAt(at - 1));
        return !inLink && !inEntity && !inFence && !inPair;
    }
}
