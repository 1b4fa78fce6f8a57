package io.docent.channel.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.docent.HttpApi.Response;
import io.docent.Json;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Uploads that nobody should send: each is read as well as it can be, or refused with a problem that says what to mend. */
class BadUploadHttpTest extends HttpTest {

    @Test
    void saysWhatAnUploadLacks() {
        Response other = api.send(api.request("/api/documents")
                .header("Content-Type", "multipart/form-data; boundary=limit")
                .POST(BodyPublishers.ofString("--limit\r\nContent-Disposition: form-data; name=\"document\";"
                        + " filename=\"a.txt\"\r\n\r\ntext\r\n--limit--\r\n")));
        Response none = api.send(api.request("/api/documents")
                .header("Content-Type", "multipart/form-data; boundary=limit")
                .POST(BodyPublishers.ofString("--limit--\r\n")));
        Response json = api.post("/api/documents", "{}");

        assertThat(other.problem(400)).contains("no part named file");
        assertThat(none.problem(400)).contains("file");
        assertThat(json.problem(415)).contains("multipart/form-data");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--limit\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\ntext\r\n--limit--\r\n",
                "--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\"\r\n\r\ntext\r\n--limit--\r\n",
                "--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\ntext",
                "--limit\r\nContent-Dispo",
                "no boundary at all",
                ""
            })
    void neverFailsForAMalformedUpload(String body) {
        Response response = api.send(api.request("/api/documents")
                .header("Content-Type", "multipart/form-data; boundary=limit")
                .POST(BodyPublishers.ofString(body)));

        assertThat(response.status()).as(response.text()).isIn(200, 400);
        if (response.status() == 400) {
            assertThat(response.problem(400)).isNotBlank();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "te[", ";", "text/", "/", "a/b/c", "text/plain; q=z"})
    void readsAPartWhateverItsTypeIsSaidToBe(String type) {
        Response response = api.send(api.request("/api/documents?replace=true")
                .header("Content-Type", "multipart/form-data; boundary=limit")
                .POST(BodyPublishers.ofString("--limit\r\nContent-Disposition: form-data; name=\"file\";"
                        + " filename=\"type.txt\"\r\nContent-Type: " + type
                        + "\r\n\r\nMurmurations are flocks of starlings.\r\n--limit--\r\n")));

        assertThat(response.json(200).get("outcomes").get(0).get("outcome").text())
                .isIn("indexed", "unchanged");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Disposition: form-data; filename=\"a.txt\"",
                "Content-Disposition: attachment; name=\"file\"; filename=\"a.txt\"",
                "Content-Type: text/plain",
                "Content-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\nContent-Transfer-Encoding: nonsense",
                "Content-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\nContent-Type: text/plain; charset=x",
                "Content-Disposition: form-data; name=\"file\"; filename*=nonsense",
                "Content-Disposition: form-data; name=\"file\"; filename*=UTF-8''%zz%",
                "Content-Disposition: form-data; name=\"file\"\r\nContent-Type: multipart/mixed",
                "Content-Disposition"
            })
    void saysThatAPartCannotBeRead(String headers) {
        Response response = api.send(api.request("/api/documents")
                .header("Content-Type", "multipart/form-data; boundary=limit")
                .POST(BodyPublishers.ofString("--limit\r\n" + headers + "\r\n\r\ntext\r\n--limit--\r\n")));

        assertThat(response.problem(400)).contains("a part named file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"maybe", "yes", "1", ""})
    void saysThatReplaceIsTrueOrFalse(String value) {
        assertThat(api.upload("/api/documents?replace=" + value, "a.txt", "text")
                        .problem(400))
                .isEqualTo("replace is '" + value + "'; it is true or false");
    }

    @Test
    void tellsOfAnEmptyFileBesideOthers() {
        Json outcomes = api.upload(
                        "/api/documents",
                        "ferry.txt",
                        "The ferry leaves at seven.",
                        "empty.txt",
                        "",
                        "last.txt",
                        "Last.")
                .json(200)
                .get("outcomes");

        assertThat(outcomes.items()).hasSize(3);
        assertThat(outcomes.get(0).get("outcome").text()).isEqualTo("indexed");
        assertThat(outcomes.get(1).get("source").text()).isEqualTo("empty.txt");
        assertThat(outcomes.get(1).get("outcome").text()).isEqualTo("unreadable");
        assertThat(outcomes.get(1).get("reason").text()).contains("the file is empty");
        assertThat(outcomes.get(2).get("outcome").text()).isEqualTo("indexed");
    }

    @Test
    void saysThatTwoFilesHaveOneName() {
        assertThat(api.upload("/api/documents", "twin.txt", "One.", "twin.txt", "Two.")
                        .problem(409))
                .isEqualTo(
                        "two of these files are named 'twin.txt'; rename one, or add ?replace=true to keep the last");
    }

    @Test
    void nothingOfARefusedUploadStaysOnTheDisk() throws IOException {
        api.upload("/api/documents", "kept.md", "The night shift begins at ten.")
                .json(200);
        List<Path> before = temporary();

        api.upload("/api/documents", "kept.md", "The night shift begins at eleven.", "new.md", "Another one.")
                .problem(409);
        for (String part : List.of("name=\"other\"; filename=\"other.md\"", "name=\"field\"")) {
            api.send(api.request("/api/documents")
                            .header("Content-Type", "multipart/form-data; boundary=limit")
                            .POST(BodyPublishers.ofString("--limit\r\nContent-Disposition: form-data; " + part
                                    + "\r\n\r\nNot asked for.\r\n--limit--\r\n")))
                    .problem(400);
        }

        assertThat(temporary()).isEqualTo(before);
    }

    private List<Path> temporary() throws IOException {
        Path data = Path.of(server.getApplicationContext().getRequiredProperty("docent.data", String.class));
        try (Stream<Path> files = Files.list(data.resolve("temporary"))) {
            return files.sorted().toList();
        }
    }
}
