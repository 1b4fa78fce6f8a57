package io.docent.channel.slack;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A message of Slack's as somebody would have typed it (https://docs.slack.dev/messaging/formatting-message-text). */
final class QuestionText {

    private static final Pattern REFERENCE = Pattern.compile("<([@#!]?)([^<>|]*)(?:\\|([^<>]*))?>");
    private static final Pattern MENTION = Pattern.compile("<@([A-Z0-9_]+)(?:\\|[^<>]*)?>");
    private static final Pattern SPACES = Pattern.compile("[ \\t\\u00a0]+");

    private QuestionText() {}

    /**
     * The question alone.
     *
     * @param bot Docent's own user id, which is left out; null leaves out a mention at the beginning
     */
    static String of(String text, @Nullable String bot) {
        String without = bot == null
                ? text.replaceFirst("^\\s*<@[A-Z0-9_]+(\\|[^<>]*)?>", " ")
                : text.replaceAll("<@" + Pattern.quote(bot) + "(\\|[^<>]*)?>", " ");
        String typed = REFERENCE.matcher(without).replaceAll(found -> Matcher.quoteReplacement(typed(found)));
        return SPACES.matcher(typed.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
                .replaceAll(" ")
                .strip();
    }

    private static String typed(MatchResult found) {
        String label = found.group(3);
        return switch (found.group(1)) {
            case "@" -> "@" + (label == null ? found.group(2) : label);
            case "#" -> "#" + (label == null ? found.group(2) : label);
            case "!" -> label == null ? "" : label;
            default -> label == null ? found.group(2) : label;
        };
    }

    static boolean mentions(String text, String user) {
        return MENTION.matcher(text).results().anyMatch(found -> found.group(1).equals(user));
    }

    /** Whether it is addressed to somebody. */
    static boolean mentionsAnybody(String text) {
        return MENTION.matcher(text).find();
    }
}
