package io.docent.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.docent.HttpApi;
import io.docent.HttpService;
import io.docent.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A folder and a data folder as a Docent with its embedded index and history left them: with an upload, a file that was
 * changed and one that was renamed, a conversation and feedback. And what moves it.
 */
final class MovedHouse {

    static final String QUESTION = "How many people work in Berlin?";

    private final Path folder;
    private final Path data;
    private final List<String> documents;
    private final String conversation;
    private final Json answer;

    private MovedHouse(Path folder, Path data, List<String> documents, String conversation, Json answer) {
        this.folder = folder;
        this.data = data;
        this.documents = documents;
        this.conversation = conversation;
        this.answer = answer;
    }

    static MovedHouse make(Path place) throws IOException {
        Path folder = HttpService.exampleFolder(place.resolve("folder"));
        Path data = place.resolve("data");
        Files.writeString(folder.resolve("notes.txt"), "The lift is repaired on Fridays.\n");
        Files.writeString(folder.resolve("gone.txt"), "The garage opens at six. The garage closes at ten.\n");
        try (HttpService service = new HttpService(folder, data, Map.of())) {
            service.api()
                    .upload("/api/documents", "canteen.md", "# Canteen\n\nSoup is served on Mondays.\n")
                    .json(200);
        }
        Files.move(folder.resolve("notes.txt"), folder.resolve("repairs.txt"));
        Files.delete(folder.resolve("gone.txt"));
        try (HttpService service = new HttpService(folder, data, Map.of())) {
            HttpApi api = service.api();
            Json answer = api.ask(QUESTION);
            String conversation = answer.get("conversationId").text();
            Json second = api.ask("And in Munich?", conversation);
            api.ask("Who repairs the helicopters?");
            assertThat(api.post("/api/answers/" + second.get("id").text() + "/feedback", """
                            {"helpful": false, "comment": "“Naïve” 😀"}""")
                            .status())
                    .isEqualTo(204);
            return new MovedHouse(folder, data, documents(api), conversation, answer);
        }
    }

    Path folder() {
        return folder;
    }

    Path data() {
        return data;
    }

    private static List<String> documents(HttpApi api) {
        return api.get("/api/documents?limit=100").json(200).get("documents").items().stream()
                .map(one -> String.valueOf(one.node().getValue()))
                .toList();
    }

    /** What {@code docent migrate} does with these settings. */
    Typed migrate(Map<String, ?> settings, String... options) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("docent.data", data.toString());
        all.forEach((name, value) -> System.setProperty(name, value.toString()));
        try {
            String[] arguments = new String[options.length + 1];
            arguments[0] = "migrate";
            System.arraycopy(options, 0, arguments, 1, options.length);
            return Typed.run(arguments);
        } finally {
            all.keySet().forEach(System::clearProperty);
        }
    }

    /** Starts Docent on the data folder with these settings: it has everything that it had, and embeds nothing. */
    void checkThatNothingIsMissing(Map<String, Object> settings) {
        try (HttpService service = new HttpService(folder, data, settings)) {
            HttpApi api = service.api();
            assertThat(documents(api)).isEqualTo(documents);
            assertThat(api.get("/prometheus").text()).containsPattern("(?m)^docent_ingestion_passages_total 0\\.0");
            String upload = api.get("/api/documents?q=canteen")
                    .json(200)
                    .get("documents")
                    .get(0)
                    .get("id")
                    .text();
            assertThat(api.get("/api/documents/" + upload + "/file").text()).contains("Soup is served on Mondays.");
            Json again = api.ask(QUESTION);
            for (String what : List.of("answer", "status", "citations")) {
                assertThat(again.get(what).node().getValue())
                        .as(what)
                        .isEqualTo(answer.get(what).node().getValue());
            }
        }
    }

    /** Its conversation has its turns and goes on. */
    void checkHistory(Map<String, Object> settings) {
        try (HttpService service = new HttpService(folder, data, settings)) {
            HttpApi api = service.api();
            String place = "/api/conversations/" + conversation;
            assertThat(api.get(place).json(200).get("turns").items())
                    .extracting(turn -> turn.get("question").text())
                    .containsExactly(QUESTION, "And in Munich?");
            assertThat(api.ask("And in Berlin?", conversation).get("answer").text())
                    .contains("42 people");
            assertThat(api.get(place).json(200).get("turns").items()).hasSize(3);
            assertThat(api.get("/api/gaps").json(200).get("asked").number()).isEqualTo(2);
        }
    }
}
