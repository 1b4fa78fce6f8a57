package io.docent.channel.http;

import static io.docent.HttpApi.items;
import static io.docent.HttpApi.names;
import static org.assertj.core.api.Assertions.assertThat;

import io.docent.HttpApi;
import io.docent.HttpApi.Response;
import io.docent.RawHttp;
import io.micronaut.json.tree.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DocumentHttpTest extends HttpTest {

    @Test
    void listsDocumentsBySource() {
        JsonNode list = api.get("/api/documents?q=.md").json(200);

        assertThat(names(list)).containsExactly("documents", "total");
        assertThat(items(list.get("documents")))
                .extracting(one -> one.get("source").getStringValue())
                .containsExactly("company.md", "policies/travel.md");
        assertThat(list.get("total").getIntValue()).isEqualTo(2);
    }

    @Test
    void tellsOfADocumentWhatThereIsToKnow() {
        JsonNode document =
                api.get("/api/documents?q=travel").json(200).get("documents").get(0);

        assertThat(names(document))
                .containsExactly(
                        "id",
                        "title",
                        "source",
                        "upload",
                        "mediaType",
                        "characters",
                        "passages",
                        "indexedAt",
                        "hash");
        assertThat(document.get("title").getStringValue()).isEqualTo("Travel policy");
        assertThat(document.get("mediaType").getStringValue()).isEqualTo("text/markdown");
        assertThat(document.get("upload").getBooleanValue()).isFalse();
        assertThat(document.get("passages").getIntValue()).isPositive();
        assertThat(Instant.parse(document.get("indexedAt").getStringValue())).isBefore(Instant.now());
        assertThat(api.get("/api/documents/" + id(document)).json(200)).isEqualTo(document);
    }

    @Test
    void givesAStretchOfTheList() {
        List<JsonNode> all = items(api.get("/api/documents").json(200).get("documents"));

        JsonNode stretch = api.get("/api/documents?offset=1&limit=2").json(200);

        assertThat(items(stretch.get("documents"))).isEqualTo(all.subList(1, 3));
        assertThat(stretch.get("total").getIntValue()).isEqualTo(all.size());
        assertThat(items(api.get("/api/documents?limit=0").json(200).get("documents")))
                .isEmpty();
        assertThat(items(api.get("/api/documents?offset=9999").json(200).get("documents")))
                .isEmpty();
    }

    @Test
    void givesTheStoredTextWithItsHeadings() {
        JsonNode document = find("travel");

        JsonNode text = api.get("/api/documents/" + id(document) + "/text").json(200);

        assertThat(names(text)).containsExactly("id", "title", "text", "headings", "pages", "hash");
        String stored = text.get("text").getStringValue();
        assertThat(stored).hasSize(document.get("characters").getIntValue());
        assertThat(items(text.get("pages"))).isEmpty();
        assertThat(items(text.get("headings")))
                .extracting(one -> one.get("title").getStringValue())
                .containsExactly("Travel policy", "Hotels", "Trains");
        for (JsonNode heading : items(text.get("headings"))) {
            assertThat(names(heading)).containsExactly("level", "title", "start");
            assertThat(stored.substring(heading.get("start").getIntValue()))
                    .startsWith(heading.get("title").getStringValue());
        }
    }

    @Test
    void givesThePagesOfAPdf() {
        JsonNode text =
                api.get("/api/documents/" + id(find("manual.pdf")) + "/text").json(200);

        assertThat(items(text.get("pages")))
                .extracting(page -> page.get("number").getIntValue())
                .containsExactly(1, 2);
        assertThat(text.get("text")
                        .getStringValue()
                        .substring(text.get("pages").get(1).get("start").getIntValue())
                        .strip())
                .startsWith("The battery");
    }

    @Test
    void givesTheOriginalAsADownloadThatNoBrowserShows() {
        Response file = api.get("/api/documents/" + id(find("manual.pdf")) + "/file");

        assertThat(file.status()).isEqualTo(200);
        assertThat(new String(file.body(), StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
        assertThat(file.header("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(file.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"manual.pdf\"; filename*=UTF-8''manual.pdf");
        assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(file.header("Content-Security-Policy")).contains("sandbox");
    }

    @Test
    void indexesEveryPartNamedFile() {
        JsonNode uploaded = api.upload(
                        "/api/documents",
                        "Kitchen rules.md",
                        "# Kitchen\n\nThe dishwasher is emptied by whoever comes first.",
                        "nothing.md",
                        "  \n ",
                        "parking.txt",
                        "The parking lot closes at midnight.")
                .json(200);

        assertThat(names(uploaded)).containsExactly("outcomes");
        List<JsonNode> outcomes = items(uploaded.get("outcomes"));
        assertThat(outcomes).allSatisfy(one -> assertThat(names(one))
                .containsExactly("source", "outcome", "documentId", "reason"));
        assertThat(outcomes)
                .extracting(one -> one.get("source").getStringValue())
                .containsExactly("Kitchen rules.md", "nothing.md", "parking.txt");
        assertThat(outcomes)
                .extracting(one -> one.get("outcome").getStringValue())
                .containsExactly("indexed", "unreadable", "indexed");
        assertThat(outcomes.get(0).get("reason").isNull()).isTrue();
        assertThat(outcomes.get(1).get("documentId").isNull()).isTrue();
        assertThat(outcomes.get(1).get("reason").getStringValue()).isNotBlank();
        assertThat(api.ask("Who empties the dishwasher?").get("answer").getStringValue())
                .contains("emptied by whoever comes first");
    }

    @Test
    void refusesANameThatIsTakenUnlessItIsToBeReplaced() {
        api.upload("/api/documents", "shift.md", "The night shift begins at ten.").json(200);

        String problem = api.upload("/api/documents", "shift.md", "The night shift begins at eleven.")
                .problem(409);

        assertThat(problem).contains("'shift.md'", "?replace=true");
        assertThat(outcome(api.upload(
                        "/api/documents?replace=true", "shift.md", "The night shift begins at ten.")))
                .isEqualTo("unchanged");
        assertThat(outcome(api.upload(
                        "/api/documents?replace=true", "shift.md", "The night shift begins at eleven.")))
                .isEqualTo("indexed");
        assertThat(api.ask("When does the night shift begin?").get("answer").getStringValue())
                .contains("eleven");
    }

    @Test
    void refusesTwoFilesOfOneNameInOneRequest() {
        api.upload("/api/documents", "twice.md", "The first one.", "twice.md", "The second one.")
                .problem(409);

        assertThat(api.get("/api/documents?q=twice.md").json(200).get("total").getIntValue())
                .isZero();
    }

    @Test
    void keepsNoPathOfAnUploadedFileName() {
        JsonNode uploaded = api.upload("/api/documents", "../../etc/lamp.txt", "The lamp is in the hall.")
                .json(200);

        assertThat(uploaded.get("outcomes").get(0).get("source").getStringValue())
                .isEqualTo("lamp.txt");
    }

    @Test
    void namesADownloadSafelyWhateverItWasCalled() {
        JsonNode uploaded = api.upload("/api/documents", "Übersicht <b> x.txt", "The overview lists every site.")
                .json(200);

        Response file = api.get("/api/documents/"
                + uploaded.get("outcomes").get(0).get("documentId").getStringValue() + "/file");

        assertThat(file.header("Content-Disposition"))
                .isEqualTo(
                        "attachment; filename=\"__bersicht__b__x.txt\"; filename*=UTF-8''%C3%9Cbersicht%20%3Cb%3E%20x.txt");
        assertThat(file.text()).isEqualTo("The overview lists every site.");
    }

    @Test
    void deletesAnUpload() {
        JsonNode uploaded = api.upload("/api/documents", "gone.txt", "The cellar door is painted violet.")
                .json(200);
        String path = "/api/documents/"
                + uploaded.get("outcomes").get(0).get("documentId").getStringValue();

        Response deleted = api.delete(path);

        assertThat(deleted.status()).isEqualTo(204);
        api.get(path).problem(404);
        api.get(path + "/text").problem(404);
        api.get(path + "/file").problem(404);
        api.delete(path).problem(404);
        assertThat(api.ask("Which colour is the cellar door painted?").get("answer").getStringValue())
                .doesNotContain("violet");
    }

    @Test
    void leavesAFileOfTheFolderToTheFolder() {
        String problem = api.delete("/api/documents/" + id(find("travel"))).problem(409);

        assertThat(problem).contains("policies/travel.md", "delete it there");
        assertThat(find("travel")).isNotNull();
    }

    @BeforeEach
    void awaitIdle() throws InterruptedException {
        while (!api.get("/api/ingestion").json(200).get("state").getStringValue().equals("idle")) {
            Thread.sleep(20);
        }
    }

    @Test
    void tellsHowFarIndexingIsAndWhatCannotBeRead() {
        JsonNode ingestion = api.get("/api/ingestion").json(200);

        assertThat(names(ingestion))
                .containsExactly("state", "done", "total", "failures", "passagesPerSecond", "etaSeconds");
        assertThat(ingestion.get("state").getStringValue()).isEqualTo("idle");
        assertThat(ingestion.get("done").getIntValue()).isEqualTo(5);
        assertThat(ingestion.get("total").getIntValue()).isEqualTo(5);
        assertThat(ingestion.get("passagesPerSecond").isNumber()).isTrue();
        assertThat(ingestion.get("etaSeconds").isNull()).isTrue();
        List<JsonNode> failures = items(ingestion.get("failures"));
        assertThat(failures).hasSize(1);
        assertThat(names(failures.getFirst())).containsExactly("source", "reason");
        assertThat(failures.getFirst().get("source").getStringValue()).isEqualTo("broken.pdf");
    }

    @Test
    void looksThroughTheFolderAgainWhenAsked() {
        Response scanning = api.post("/api/ingestion", "");

        assertThat(names(scanning.json(202))).contains("state", "done", "total");
    }

    @Test
    void streamsHowFarIndexingIs() throws Exception {
        try (RawHttp raw = new RawHttp(server.getPort())) {
            raw.send("GET /api/ingestion/stream HTTP/1.1\r\nHost: localhost\r\n\r\n");

            String received = raw.readUntil("\"etaSeconds\"");

            assertThat(received).contains("200 OK", "text/event-stream", "event: progress", "\"state\":");
        }
    }

    @Test
    void tellsThatItIsWell() {
        for (String path : new String[] {"/health", "/health/liveness", "/health/readiness"}) {
            assertThat(api.get(path).json(200).get("status").getStringValue()).isEqualTo("UP");
        }
    }

    private static String outcome(Response response) {
        return response.json(200).get("outcomes").get(0).get("outcome").getStringValue();
    }

    private JsonNode find(String name) {
        return HttpApi.items(api.get("/api/documents?q=" + name).json(200).get("documents"))
                .getFirst();
    }

    private static String id(JsonNode document) {
        return document.get("id").getStringValue();
    }
}
