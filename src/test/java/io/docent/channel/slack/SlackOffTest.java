package io.docent.channel.slack;

import io.docent.HttpService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without settings there is no Slack. */
class SlackOffTest {

    @TempDir
    Path root;

    @Test
    void answersNothing() throws Exception {
        try (HttpService service =
                new HttpService(Files.createDirectories(root.resolve("folder")), root.resolve("data"), Map.of())) {
            SlackClient slack = new SlackClient(service.api());

            slack.send("/slack/events", "application/json", "{}").problem(404);
            slack.send("/slack/commands", "application/json", "{}", "0", "").problem(404);
        }
    }
}
