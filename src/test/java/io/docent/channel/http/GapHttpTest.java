package io.docent.channel.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.docent.HttpApi;
import io.docent.HttpApi.Response;
import io.docent.Json;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the documents left open, as a program elsewhere reads it. */
class GapHttpTest extends HttpTest {

    private static final String HELICOPTERS = "Who repairs the company's helicopters?";

    @BeforeEach
    void forgetEverything() {
        for (Json conversation :
                api.get("/api/conversations").json(200).get("conversations").items()) {
            assertThat(api.delete("/api/conversations/" + conversation.get("id").text())
                            .status())
                    .isEqualTo(204);
        }
        assertThat(gaps().items()).isEmpty();
    }

    private Json gaps() {
        return api.get("/api/gaps").json(200).get("gaps");
    }

    private void notHelpful(String question, String comment) {
        String id = api.ask(question).get("id").text();
        assertThat(api.post(
                                "/api/answers/" + id + "/feedback",
                                "{\"helpful\":false,\"comment\":" + Json.quoted(comment) + "}")
                        .status())
                .isEqualTo(204);
    }

    @Test
    void tellsWhatWasAskedHowOftenByWhichWayAndWhatCameNearest() {
        api.ask(HELICOPTERS);
        api.ask(HELICOPTERS);
        api.ask("When was the swimming pool on the roof built?");
        notHelpful("How many people work in Berlin?", "These are old numbers.");
        api.ask("How many people work in Munich?");
        api.ask("Hello!");

        Json found = api.get("/api/gaps").json(200);

        assertThat(found.names()).containsExactly("gaps", "total", "asked");
        assertThat(found.get("total").number()).isEqualTo(3);
        assertThat(found.get("asked").number()).isEqualTo(4);
        Json gap = found.get("gaps").get(0);
        assertThat(gap.names())
                .containsExactly(
                        "id",
                        "question",
                        "asked",
                        "open",
                        "kinds",
                        "channels",
                        "firstAskedAt",
                        "lastAskedAt",
                        "doneAt",
                        "questions",
                        "comments",
                        "closest");
        assertThat(gap.get("question").text()).isEqualTo(HELICOPTERS);
        assertThat(gap.get("asked").number()).isEqualTo(2);
        assertThat(gap.get("kinds").get("notFound").number()).isEqualTo(2);
        assertThat(gap.get("channels").get(0).text()).isEqualTo("http");
        assertThat(gap.get("firstAskedAt").text())
                .matches("\\d{4}-\\d\\d-\\d\\dT.*Z")
                .isLessThan(gap.get("lastAskedAt").text());
        assertThat(gap.get("doneAt").isNull()).isTrue();
        assertThat(gap.get("closest").items())
                .isNotEmpty()
                .allSatisfy(closest -> assertThat(closest.get("link").text()).startsWith("/documents/"));
        Json unhelpful = found.get("gaps").items().stream()
                .filter(one -> one.get("question").text().contains("Berlin"))
                .findFirst()
                .orElseThrow();
        assertThat(unhelpful.get("kinds").get("unhelpful").number()).isEqualTo(1);
        assertThat(unhelpful.get("comments").get(0).text()).isEqualTo("These are old numbers.");
    }

    @Test
    void isMarkedAsDoneTakenBackAndReturnsWhenItIsAskedAgain() {
        api.ask(HELICOPTERS);
        Json gap = gaps().get(0);
        String path = "/api/gaps/" + gap.get("id").text() + "/done";

        Json done = api.post(path, HttpApi.body("upTo", gap.get("lastAskedAt").text()))
                .json(200);

        assertThat(done.get("open").number()).isZero();
        assertThat(gaps().items()).isEmpty();
        assertThat(api.get("/api/gaps?done=true").json(200).get("gaps").items()).hasSize(1);
        assertThat(api.delete(path).json(200).get("open").number()).isEqualTo(1);
        assertThat(gaps().items()).hasSize(1);
        assertThat(api.send(api.request(path).POST(BodyPublishers.noBody())).status())
                .isEqualTo(200);
        assertThat(gaps().items()).isEmpty();
        api.ask(HELICOPTERS);
        assertThat(gaps().get(0).get("asked").number()).isEqualTo(2);
        assertThat(gaps().get(0).get("open").number()).isEqualTo(1);
        assertThat(gaps().get(0).get("doneAt").text()).isNotBlank();
    }

    @Test
    void whatIsNotKnownOrWrongIsSaid() {
        assertThat(api.post("/api/gaps/none/done", "{}").problem(404)).contains("there is no gap none");
        assertThat(api.delete("/api/gaps/none/done").problem(404)).contains("there is no gap none");
        assertThat(api.post("/api/gaps/none/done", "{\"upTo\":\"yesterday\"}").problem(400))
                .isEqualTo("upTo is 'yesterday'; it is a time such as 2026-03-01T12:00:00Z");
        assertThat(api.post("/api/gaps/none/done", "{\"undo\":true}").problem(400))
                .contains("there is no field 'undo'");
        assertThat(api.get("/api/gaps?limit=0").problem(400)).isEqualTo("limit is 0; it is 1 to 1000");
        assertThat(api.get("/api/gaps?done=perhaps").problem(400)).contains("true or false");
    }

    @Test
    void isATableForASpreadsheetThatRunsNothingOfIt() {
        api.ask("=HYPERLINK(\"http://elsewhere.invalid\",\"helicopters\")");
        notHelpful("How many people work in Berlin?", "@SUM(1+1)|cmd, \"quoted\"\nand a line");

        Response csv = api.get("/api/gaps.csv");

        assertThat(csv.status()).isEqualTo(200);
        assertThat(csv.header("Content-Type")).isEqualTo("text/csv;charset=utf-8");
        assertThat(csv.header("Content-Disposition")).startsWith("attachment; filename=\"gaps.csv\"");
        assertThat(csv.text())
                .startsWith("\uFEFF\"question\",\"asked\",\"open\",\"not_found\",")
                .contains(
                        "\r\n\"'=HYPERLINK(\"\"http://elsewhere.invalid\"\",\"\"helicopters\"\")\",\"1\",\"1\",\"1\",")
                .containsPattern("\"company\\.md: “[^\"]*42 people work in Berlin")
                .contains("\"'@SUM(1+1)|cmd, \"\"quoted\"\"\nand a line\"")
                .endsWith("\r\n");
        assertThat(api.get("/api/gaps.csv?done=true").text().lines()).hasSize(1);
    }

    @Test
    void everyWayToBeginAFormulaIsHarmless() {
        for (String begins : List.of("=1", "+1", "-1", "@x", " =1", "\t=1", "\r=1", "\n-1", "＝1", "＋1")) {
            assertThat(GapCsv.cell(begins)).isEqualTo("\"'" + begins + "\"");
        }
        assertThat(GapCsv.cell("a=1")).isEqualTo("\"a=1\"");
        assertThat(GapCsv.cell("")).isEqualTo("\"\"");
    }
}
