package io.docent.channel.slack;

import io.docent.HttpApi;
import io.docent.HttpService;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The service over the example folder with a stub for Slack, one for all tests of a class. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SlackTest {

    static final String QUESTION = "How many people work in Berlin?";
    static final String ANSWER = "42 people work in Berlin";

    final SlackStub stub = new SlackStub();
    HttpService service;
    HttpApi api;
    SlackClient slack;

    /** Settings beside those of every test. */
    Map<String, Object> more() {
        return Map.of();
    }

    @BeforeAll
    final void startService(@TempDir Path root) throws IOException {
        Path folder = HttpService.exampleFolder(root.resolve("folder"));
        prepare(folder);
        service = new HttpService(folder, root.resolve("data"), settings(stub, more()));
        api = service.api();
        slack = new SlackClient(api);
    }

    /** Adds documents. */
    void prepare(Path folder) throws IOException {}

    static Map<String, Object> settings(SlackStub stub, Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(Map.of(
                "docent.slack.signing-secret",
                SlackClient.SECRET,
                "docent.slack.bot-token",
                "xoxb-test",
                "docent.slack.api-url",
                stub.apiUrl()));
        settings.putAll(more);
        return settings;
    }

    @AfterAll
    final void stopService() {
        service.close();
        stub.close();
    }
}
