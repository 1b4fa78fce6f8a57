package io.docent.channel.slack;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The Slack app, and where it answers.
 *
 * @param signingSecret by which Slack signs; with {@code botToken} it turns Slack on
 * @param botToken by which Docent calls Slack, {@code xoxb-…}
 * @param apiUrl that method names are appended to
 * @param threads {@code always}: every message of a thread that Docent takes part in is a question; {@code mention}: only
 *     those that mention it
 * @param workspaces ids of workspaces ({@code T…}) or organisations ({@code E…}) that are answered; empty for whichever
 *     has the app installed
 * @param channels ids of channels that are answered, {@code direct} for direct messages; empty for all
 * @param documents what a channel is answered from: {@code channel:folder/} or {@code channel:document id}, the channel
 *     {@code *} for all that are not named; empty for everything everywhere
 * @param queueSize how many questions may wait or be answered at once
 * @param timeout of one call of Slack
 * @param giveUpAfter how long a call that fails is tried again
 */
@ConfigurationProperties("docent.slack")
public record SlackSettings(
        @Bindable(defaultValue = "") String signingSecret,
        @Bindable(defaultValue = "") String botToken,
        @Bindable(defaultValue = "https://slack.com/api/") String apiUrl,
        @Bindable(defaultValue = "always") String threads,
        @Bindable(defaultValue = "") List<String> workspaces,
        @Bindable(defaultValue = "") List<String> channels,
        @Bindable(defaultValue = "") List<String> documents,
        @Bindable(defaultValue = "1000") int queueSize,
        @Bindable(defaultValue = "10s") Duration timeout,
        @Bindable(defaultValue = "30m") Duration giveUpAfter) {

    /** Stands for every direct message among the channels. */
    static final String DIRECT = "direct";

    private static final Pattern WORKSPACE = Pattern.compile("[TE][A-Z0-9_]{1,30}");
    private static final Pattern CHANNEL = Pattern.compile("[CDG][A-Z0-9_]{1,30}|" + DIRECT);
    private static final Pattern DOCUMENTS = Pattern.compile("(?:[CDG][A-Z0-9_]{1,30}|" + DIRECT + "|\\*):.+");

    public SlackSettings {
        signingSecret = signingSecret.strip();
        botToken = botToken.strip();
        if (signingSecret.isEmpty() != botToken.isEmpty()) {
            throw new ConfigurationException(
                    signingSecret.isEmpty()
                            ? "docent.slack.signing-secret is not set, but docent.slack.bot-token is; Slack needs both"
                            : "docent.slack.bot-token is not set, but docent.slack.signing-secret is; Slack needs both");
        }
        if (botToken.startsWith("xapp-") || botToken.startsWith("xoxp-")) {
            throw new ConfigurationException("docent.slack.bot-token begins with " + botToken.substring(0, 5)
                    + "; allowed is the bot token, which begins with xoxb-");
        }
        apiUrl = directory(apiUrl.strip());
        if (!threads.equals("always") && !threads.equals("mention")) {
            throw new ConfigurationException("docent.slack.threads is '" + threads + "'; allowed is always or mention");
        }
        workspaces = list("workspaces", workspaces, WORKSPACE, "ids of workspaces such as T012AB3CD");
        channels = list("channels", channels, CHANNEL, "ids of channels such as C012AB3CD, and direct");
        documents = list(
                "documents",
                documents,
                DOCUMENTS,
                "C012AB3CD:folder/ or C012AB3CD:document-id, with direct or * in the place of the channel");
        if (queueSize < 1) {
            throw new ConfigurationException("docent.slack.queue-size is " + queueSize + "; allowed is 1 or more");
        }
        positive("timeout", timeout);
        positive("give-up-after", giveUpAfter);
    }

    private static String directory(String url) {
        @Nullable Throwable cause = null;
        try {
            URI uri = new URI(url);
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return url.endsWith("/") ? url : url + "/";
            }
        } catch (URISyntaxException e) {
            cause = e;
        }
        throw new ConfigurationException(
                "docent.slack.api-url is '" + url + "'; allowed is an address such as https://slack.com/api/", cause);
    }

    private static List<String> list(String name, List<String> values, Pattern allowed, String told) {
        List<String> stripped = values.stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
        for (String value : stripped) {
            if (!allowed.matcher(value).matches()) {
                throw new ConfigurationException("docent.slack." + name + " has '" + value + "'; allowed are " + told);
            }
        }
        return stripped;
    }

    private static void positive(String name, Duration value) {
        if (value.toMillis() < 1 || value.toMillis() > Integer.MAX_VALUE) {
            throw new ConfigurationException("docent.slack." + name + " is " + value.toMillis()
                    + " ms; allowed is more than 0s and up to 24d, as in 10s");
        }
    }

    /** Whether Slack is on. */
    boolean isOn() {
        return !signingSecret.isEmpty();
    }

    boolean isAnsweringThreads() {
        return threads.equals("always");
    }

    @Override
    public String toString() {
        return "SlackSettings, which has secrets";
    }
}
