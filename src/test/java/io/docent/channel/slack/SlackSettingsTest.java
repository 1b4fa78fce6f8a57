package io.docent.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator may set, and what they are told where they may not. */
class SlackSettingsTest {

    private static SlackSettings with(String name, String value) {
        return new SlackSettings(
                name.equals("signing-secret") ? value : "secret",
                name.equals("bot-token") ? value : "xoxb-1",
                name.equals("api-url") ? value : "https://slack.com/api/",
                name.equals("threads") ? value : "always",
                name.equals("workspaces") ? List.of(value) : List.of(),
                name.equals("channels") ? List.of(value) : List.of(),
                name.equals("documents") ? List.of(value) : List.of(),
                name.equals("queue-size") ? Integer.parseInt(value) : 10,
                name.equals("timeout") ? Duration.ofMillis(Long.parseLong(value)) : Duration.ofSeconds(10),
                name.equals("give-up-after") ? Duration.ofMillis(Long.parseLong(value)) : Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @CsvSource({
        "signing-secret, '', docent.slack.signing-secret is not set",
        "bot-token, ' ', docent.slack.bot-token is not set",
        "bot-token, xapp-1-A, docent.slack.bot-token begins with xapp-; allowed is the bot token",
        "api-url, slack.com, docent.slack.api-url is 'slack.com'",
        "api-url, ftp://slack.com, docent.slack.api-url is 'ftp://slack.com'",
        "api-url, 'http://a b', docent.slack.api-url is 'http://a b'",
        "threads, never, docent.slack.threads is 'never'; allowed is always or mention",
        "workspaces, kestrel, docent.slack.workspaces has 'kestrel'; allowed are ids",
        "channels, '#general', docent.slack.channels has '#general'; allowed are ids",
        "documents, policies/, docent.slack.documents has 'policies/'; allowed are C012AB3CD:folder/",
        "documents, 'C1:', docent.slack.documents has 'C1:'",
        "queue-size, 0, docent.slack.queue-size is 0; allowed is 1 or more",
        "timeout, 0, docent.slack.timeout is 0 ms; allowed is more than 0s",
        "give-up-after, -1, docent.slack.give-up-after is -1 ms",
    })
    void refusesWhatCannotBeMeant(String name, String value, String told) {
        assertThatThrownBy(() -> with(name, value)).hasMessageContaining(told);
    }

    @Test
    void doesNotTellItsSecrets() {
        assertThat(with("signing-secret", "very-secret").toString()).doesNotContain("very-secret", "xoxb");
        assertThatThrownBy(() -> with("bot-token", "xapp-very-secret")).hasMessageNotContaining("very-secret");
    }

    @Test
    void isOffWithoutSecretAndToken() {
        assertThat(with("threads", "always").isOn()).isTrue();
        assertThat(new SlackSettings(
                                "",
                                "",
                                "https://slack.com/api",
                                "always",
                                List.of(),
                                List.of(),
                                List.of(),
                                1,
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(1))
                        .isOn())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "https://hooks.slack.com/commands/T1/2/3, true",
        "https://hooks.slack-gov.com/commands/T1/2/3, true",
        "http://hooks.slack.com/commands/T1/2/3, false",
        "https://hooks.slack.com.evil.example/x, false",
        "https://hooks.slack.com@evil.example/x, false",
        "https://evil.example/hooks.slack.com, false",
        "https://hooks.slack.com:8443/x, false",
        "http://127.0.0.1:9/x, true",
        "http://127.0.0.1:10/x, false",
        "https://127.0.0.1:9/x, false",
        "file:///etc/passwd, false",
        "'', false",
        "not a url, false",
    })
    void answersAtAddressesOfSlackAndOfTheApiAlone(String url, boolean allowed) {
        ResponseUrl urls = new ResponseUrl(with("api-url", "http://127.0.0.1:9/api"));

        assertThat(urls.isAllowed(url)).isEqualTo(allowed);
        assertThat(urls.isAllowed(null)).isFalse();
    }
}
