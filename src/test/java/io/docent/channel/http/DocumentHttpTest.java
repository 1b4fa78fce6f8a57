package io.docent.channel.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.docent.HttpApi.Response;
import io.docent.Json;
import io.docent.RawHttp;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DocumentHttpTest extends HttpTest {

    @Test
    void listsDocumentsBySource() {
        Json list = api.get("/api/documents?q=.md").json(200);

        assertThat(list.names()).containsExactly("documents", "total");
        assertThat(list.get("documents").items())
                .extracting(one -> one.get("source").text())
                .containsExactly("company.md", "policies/travel.md");
        assertThat(list.get("total").number()).isEqualTo(2);
    }

    @Test
    void tellsOfADocumentWhatThereIsToKnow() {
        Json document =
                api.get("/api/documents?q=travel").json(200).get("documents").get(0);

        assertThat(document.names())
                .containsExactly(
                        "id", "title", "source", "upload", "mediaType", "characters", "passages", "indexedAt", "hash");
        assertThat(document.get("title").text()).isEqualTo("Travel policy");
        assertThat(document.get("mediaType").text()).isEqualTo("text/markdown");
        assertThat(document.get("upload").flag()).isFalse();
        assertThat(document.get("passages").number()).isPositive();
        assertThat(Instant.parse(document.get("indexedAt").text())).isBefore(Instant.now());
        assertThat(api.get("/api/documents/" + id(document)).json(200)).isEqualTo(document);
    }

    @Test
    void givesAStretchOfTheList() {
        List<Json> all = api.get("/api/documents").json(200).get("documents").items();

        Json stretch = api.get("/api/documents?offset=1&limit=2").json(200);

        assertThat(stretch.get("documents").items()).isEqualTo(all.subList(1, 3));
        assertThat(stretch.get("total").number()).isEqualTo(all.size());
        assertThat(api.get("/api/documents?limit=0").json(200).get("documents").items())
                .isEmpty();
        assertThat(api.get("/api/documents?offset=9999")
                        .json(200)
                        .get("documents")
                        .items())
                .isEmpty();
    }

    @Test
    void givesTheStoredTextWithItsHeadings() {
        Json document = find("travel");

        Json text = api.get("/api/documents/" + id(document) + "/text").json(200);

        assertThat(text.names()).containsExactly("id", "title", "text", "headings", "pages", "hash");
        String stored = text.get("text").text();
        assertThat(stored).hasSize(document.get("characters").number());
        assertThat(text.get("pages").items()).isEmpty();
        assertThat(text.get("headings").items())
                .extracting(one -> one.get("title").text())
                .containsExactly("Travel policy", "Hotels", "Trains");
        for (Json heading : text.get("headings").items()) {
            assertThat(heading.names()).containsExactly("level", "title", "start");
            assertThat(stored.substring(heading.get("start").number()))
                    .startsWith(heading.get("title").text());
        }
    }

    @Test
    void givesThePagesOfAPdf() {
        Json text =
                api.get("/api/documents/" + id(find("manual.pdf")) + "/text").json(200);

        assertThat(text.get("pages").items())
                .extracting(page -> page.get("number").number())
                .containsExactly(1, 2);
        assertThat(text.get("text")
                        .text()
                        .substring(text.get("pages").get(1).get("start").number())
                        .strip())
                .startsWith("The battery");
    }

    @Test
    void givesTheOriginalAsADownloadThatNoBrowserShows() {
        Response file = api.get("/api/documents/" + id(find("manual.pdf")) + "/file");

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.text()).startsWith("%PDF-");
        assertThat(file.header("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(file.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"manual.pdf\"; filename*=UTF-8''manual.pdf");
        assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(file.header("Content-Security-Policy")).contains("sandbox");
    }

    @Test
    void indexesEveryPartNamedFile() {
        Json uploaded = api.upload(
                        "/api/documents",
                        "Kitchen rules.md",
                        "# Kitchen\n\nThe dishwasher is emptied by whoever comes first.",
                        "nothing.md",
                        "  \n ",
                        "parking.txt",
                        "The parking lot closes at midnight.")
                .json(200);

        assertThat(uploaded.names()).containsExactly("outcomes");
        List<Json> outcomes = uploaded.get("outcomes").items();
        assertThat(outcomes)
                .allSatisfy(
                        one -> assertThat(one.names()).containsExactly("source", "outcome", "documentId", "reason"));
        assertThat(outcomes)
                .extracting(one -> one.get("source").text())
                .containsExactly("Kitchen rules.md", "nothing.md", "parking.txt");
        assertThat(outcomes)
                .extracting(one -> one.get("outcome").text())
                .containsExactly("indexed", "unreadable", "indexed");
        assertThat(outcomes.get(0).get("reason").isNull()).isTrue();
        assertThat(outcomes.get(1).get("documentId").isNull()).isTrue();
        assertThat(outcomes.get(1).get("reason").text()).isNotBlank();
        assertThat(api.ask("Who empties the dishwasher?").get("answer").text())
                .contains("emptied by whoever comes first");
    }

    @Test
    void refusesANameThatIsTakenUnlessItIsToBeReplaced() {
        api.upload("/api/documents", "shift.md", "The night shift begins at ten.")
                .json(200);

        String problem = api.upload("/api/documents", "shift.md", "The night shift begins at eleven.")
                .problem(409);

        assertThat(problem).contains("'shift.md'", "?replace=true");
        assertThat(outcome(api.upload("/api/documents?replace=true", "shift.md", "The night shift begins at ten.")))
                .isEqualTo("unchanged");
        assertThat(outcome(api.upload("/api/documents?replace=true", "shift.md", "The night shift begins at eleven.")))
                .isEqualTo("indexed");
        assertThat(api.ask("When does the night shift begin?").get("answer").text())
                .contains("eleven");
    }

    @Test
    void refusesTwoFilesOfOneNameInOneRequest() {
        api.upload("/api/documents", "twice.md", "The first one.", "twice.md", "The second one.")
                .problem(409);

        assertThat(api.get("/api/documents?q=twice.md").json(200).get("total").number())
                .isZero();
    }

    @Test
    void keepsNoPathOfAnUploadedFileName() {
        Json uploaded = api.upload("/api/documents", "../../etc/lamp.txt", "The lamp is in the hall.")
                .json(200);

        assertThat(uploaded.get("outcomes").get(0).get("source").text()).isEqualTo("lamp.txt");
    }

    @Test
    void namesADownloadSafelyWhateverItWasCalled() {
        Json uploaded = api.upload("/api/documents", "Übersicht <b> x.txt", "The overview lists every site.")
                .json(200);

        Response file = api.get("/api/documents/"
                + uploaded.get("outcomes").get(0).get("documentId").text() + "/file");

        assertThat(file.header("Content-Disposition"))
                .isEqualTo(
                        "attachment; filename=\"__bersicht__b__x.txt\"; filename*=UTF-8''%C3%9Cbersicht%20%3Cb%3E%20x.txt");
        assertThat(file.text()).isEqualTo("The overview lists every site.");
    }

    @Test
    void deletesAnUpload() {
        Json uploaded = api.upload("/api/documents", "gone.txt", "The cellar door is painted violet.")
                .json(200);
        String path = "/api/documents/"
                + uploaded.get("outcomes").get(0).get("documentId").text();

        Response deleted = api.delete(path);

        assertThat(deleted.status()).isEqualTo(204);
        api.get(path).problem(404);
        api.get(path + "/text").problem(404);
        api.get(path + "/file").problem(404);
        api.delete(path).problem(404);
        assertThat(api.ask("Which colour is the cellar door painted?")
                        .get("answer")
                        .text())
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
        while (!api.get("/api/ingestion").json(200).get("state").text().equals("idle")) {
            Thread.sleep(20);
        }
    }

    @Test
    void tellsHowFarIndexingIsAndWhatCannotBeRead() {
        Json ingestion = api.get("/api/ingestion").json(200);

        assertThat(ingestion.names())
                .containsExactly("state", "done", "total", "failures", "passagesPerSecond", "etaSeconds");
        assertThat(ingestion.get("state").text()).isEqualTo("idle");
        assertThat(ingestion.get("done").number()).isEqualTo(5);
        assertThat(ingestion.get("total").number()).isEqualTo(5);
        assertThat(ingestion.get("passagesPerSecond").isNumber()).isTrue();
        assertThat(ingestion.get("etaSeconds").isNull()).isTrue();
        List<Json> failures = ingestion.get("failures").items();
        assertThat(failures).hasSize(1);
        assertThat(failures.getFirst().names()).containsExactly("source", "reason");
        assertThat(failures.getFirst().get("source").text()).isEqualTo("broken.pdf");
    }

    @Test
    void looksThroughTheFolderAgainWhenAsked() {
        Response scanning = api.post("/api/ingestion", "");

        assertThat(scanning.json(202).names()).contains("state", "done", "total");
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
            assertThat(api.get(path).json(200).get("status").text()).isEqualTo("UP");
        }
    }

    private static String outcome(Response response) {
        return response.json(200).get("outcomes").get(0).get("outcome").text();
    }

    private Json find(String name) {
        return api.get("/api/documents?q=" + name)
                .json(200)
                .get("documents")
                .items()
                .getFirst();
    }

    private static String id(Json document) {
        return document.get("id").text();
    }
}
