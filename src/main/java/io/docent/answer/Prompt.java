package io.docent.answer;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import io.micronaut.context.exceptions.ConfigurationException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a language model is told for one purpose: a template with variables such as {@code {{question}}}.
 *
 * @param system the system message's template
 * @param user the user message's template
 * @param version the first twelve hexadecimal digits of the SHA-256 of the file
 */
public record Prompt(String system, String user, String version) {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*([^{}]*?)\\s*}}");
    private static final Pattern LINE = Pattern.compile("(?m)^---[ \\t]*$\\n?");
    private static final int VERSION_DIGITS = 12;

    /**
     * Reads a template.
     *
     * @param file named in what is wrong with it
     * @param variables all of which it has to have, and no other
     * @throws ConfigurationException where it is not so
     */
    static Prompt read(String file, String content, Set<String> variables) {
        String text = content.replace("\r\n", "\n");
        Matcher line = LINE.matcher(text);
        if (!line.find() || text.substring(line.end()).isBlank()) {
            throw new ConfigurationException("prompt " + file
                    + " has no line --- between the system message above and the user message below it");
        }
        Set<String> found = new TreeSet<>();
        VARIABLE.matcher(text).results().forEach(match -> found.add(match.group(1)));
        for (String variable : new TreeSet<>(variables)) {
            if (!found.contains(variable)) {
                throw new ConfigurationException("prompt " + file + " has no variable {{" + variable + "}}");
            }
        }
        found.removeAll(variables);
        if (!found.isEmpty()) {
            throw new ConfigurationException("prompt " + file + " has the variable {{"
                    + found.iterator().next() + "}}; allowed are " + String.join(", ", new TreeSet<>(variables)));
        }
        return new Prompt(
                text.substring(0, line.start()).strip(),
                text.substring(line.end()).strip(),
                version(content));
    }

    private static String version(String content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, VERSION_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The messages with values in the places of the variables. What looks like a variable in a value stays as it is. */
    public List<ChatMessage> messages(Map<String, String> values) {
        List<ChatMessage> messages = new ArrayList<>();
        if (!system.isEmpty()) {
            messages.add(SystemMessage.from(filled(system, values)));
        }
        messages.add(UserMessage.from(filled(user, values)));
        return messages;
    }

    private static String filled(String template, Map<String, String> values) {
        return VARIABLE.matcher(template)
                .replaceAll((MatchResult found) ->
                        Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
    }

    /** The template's own words, without what is filled in. */
    String own() {
        return VARIABLE.matcher(system + "\n" + user).replaceAll(" ");
    }
}
