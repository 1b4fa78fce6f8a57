package io.docent.channel.slack;

import java.util.regex.Pattern;

/**
 * Text as Slack's mrkdwn has it (https://docs.slack.dev/messaging/formatting-message-text). Whatever comes from documents,
 * models and people goes through here, and cannot make a mention, a ping of a channel or a link.
 */
final class Mrkdwn {

    /** Control characters, and those that turn the direction of writing and make one thing look like another. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]|[\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]");

    /** What pings a channel where a client takes plain text for mentions. */
    private static final Pattern PING =
            Pattern.compile("@(?=(?:channel|here|everyone|group)\\b)", Pattern.CASE_INSENSITIVE);

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private static final Pattern BACKTICKS = Pattern.compile("`(?=`)");

    private static final char WORD_JOINER = '\u2060';

    private Mrkdwn() {}

    /** Text that shows as it is, but for what single characters of it may embolden. */
    static String escaped(String text) {
        String visible = INVISIBLE
                .matcher(text.replace("\r\n", "\n").replace('\r', '\n'))
                .replaceAll("");
        String escaped = visible.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return PING.matcher(escaped).replaceAll("@" + WORD_JOINER);
    }

    /** The same on one line, for titles and names. */
    static String line(String text) {
        return SPACE.matcher(withoutFences(text)).replaceAll(" ").strip();
    }

    /** The same as text in which no code block begins or ends. */
    static String withoutFences(String text) {
        return BACKTICKS.matcher(escaped(text)).replaceAll("`" + WORD_JOINER);
    }

    /** Every line marked as quoted. */
    static String quoted(String escaped) {
        return "> " + escaped.strip().replace("\n", "\n> ");
    }

    /** A link of Docent's own; the address has nothing of a document but ids and numbers. */
    static String link(String url, String label) {
        return "<"
                + url.replace("&", "&amp;")
                        .replace("<", "%3C")
                        .replace(">", "%3E")
                        .replace("|", "%7C") + "|" + label + ">";
    }

    /**
     * The beginning of a text that is not escaped, with an ellipsis where something is left out.
     *
     * @param most in UTF-16 code units
     */
    static String shortened(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = most - 1;
        int space = text.lastIndexOf(' ', end);
        if (space > end - 40 && space > 0) {
            end = space;
        } else if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + "…";
    }
}
