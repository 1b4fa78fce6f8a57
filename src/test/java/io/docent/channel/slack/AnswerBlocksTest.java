package io.docent.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.util.json.GsonFactory;
import io.docent.access.PublicUrl;
import io.docent.answer.Citation;
import io.docent.answer.Sentence;
import io.docent.answer.Support;
import io.docent.document.DocumentId;
import io.docent.history.Turn;
import io.docent.history.Turn.Status;
import io.docent.passage.Span;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers in Block Kit. */
class AnswerBlocksTest {

    private static final Mark MARK = Mark.of("slack:event:Ev1");
    private static final String HASH = "0".repeat(64);
    private static final Pattern LINK = Pattern.compile("<([^|>]*)\\|([^>]*)>");

    @TempDir
    static Path data;

    private static ApplicationContext context;
    private static ApplicationContext published;

    @BeforeAll
    static void start() {
        context = start(Map.of(), "a");
        published = start(Map.of("docent.public-url", "https://docent.example.org"), "b");
    }

    private static ApplicationContext start(Map<String, Object> more, String folder) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put("docent.data", data.resolve(folder).toString());
        return ApplicationContext.builder().properties(settings).start();
    }

    @AfterAll
    static void stop() {
        context.close();
        published.close();
    }

    private static SlackMessage message(Turn turn, boolean linked) {
        AnswerBlocks blocks = new AnswerBlocks((linked ? published : context).getBean(PublicUrl.class));
        MessageText text = blocks.of(turn, "slack:T1:C1:1.1", MARK, false);
        JsonObject json = new JsonObject();
        json.addProperty("text", text.text());
        json.add("blocks", JsonParser.parseString(GsonFactory.createSnakeCase().toJson(text.blocks())));
        return new SlackMessage(json);
    }

    private static Citation citation(int number, String title, String quote, @Nullable Integer page) {
        return new Citation(
                number,
                new DocumentId("d" + number),
                title,
                "folder/a.pdf",
                page,
                List.of(),
                quote,
                new Span(10, 10 + quote.length()),
                HASH);
    }

    private static Turn turn(List<Sentence> sentences, List<Citation> citations, String model) {
        return new Turn(
                "6a0f",
                "c",
                "How far?",
                "How far?",
                Status.ANSWERED,
                String.join(" ", sentences.stream().map(Sentence::text).toList()),
                sentences,
                citations,
                List.of(),
                model,
                null,
                1,
                Instant.EPOCH);
    }

    private static Sentence quoted(String text, Integer... citations) {
        return new Sentence(text, List.of(citations), Support.QUOTED, null);
    }

    @Test
    void linksEverySentenceToItsSources() {
        Turn turn = turn(
                List.of(quoted("It flew 900 km.", 1), quoted("It fell into the sea.", 2, 1)),
                List.of(
                        citation(1, "Missiles", "It flew 900 km.", 3),
                        citation(2, "Seas", "It fell into the sea.", null)),
                "extractive");

        String shown = message(turn, true).shown();

        String first = "<https://docent.example.org/documents/d1?start=10&amp;end=25&amp;hash=" + HASH + "|[1]>";
        String second = "<https://docent.example.org/documents/d2?start=10&amp;end=31&amp;hash=" + HASH + "|[2]>";
        assertThat(shown)
                .isEqualTo(
                        "It flew 900 km. " + first + " It fell into the sea. " + second + " " + first + "\n*Sources*\n"
                                + first + " *Missiles*, page 3 · `folder/a.pdf`\n> It flew 900 km.\n" + second
                                + " *Seas* · `folder/a.pdf`\n> It fell into the sea.\n");
    }

    @Test
    void quotesWithoutLinksWhereNobodyCouldFollowThem() {
        Turn turn =
                turn(List.of(quoted("It flew.", 1)), List.of(citation(1, "Missiles", "It flew.", null)), "extractive");

        assertThat(message(turn, false).shown()).startsWith("It flew. [1]\n").doesNotContain("<");
    }

    @Test
    void marksWhatIsNotBorneOutAndSaysWhoWroteIt() {
        Turn turn = turn(
                List.of(
                        new Sentence("It flew **900 km**.", List.of(1), Support.SUPPORTED, null),
                        new Sentence("It was red.", List.of(), Support.UNSUPPORTED, "no passage says so")),
                List.of(citation(1, "Missiles", "It flew 900 km.", null)),
                "openai/gpt");

        assertThat(message(turn, false).shown())
                .startsWith(
                        "It flew *900 km*. [1]\n\n:warning: It was red.\n_Not borne out by the documents: no passage"
                                + " says so_\n")
                .contains("Written by AI (openai/gpt): check the sources.");
    }

    @Test
    void showsHostileDocumentsAsTheTextTheyAre() {
        String evil =
                "<!channel> <!everyone> <@U1> <https://evil.example|Docent> [x](https://evil.example) @here ``` & \u202e";
        Turn turn = turn(List.of(quoted(evil, 1)), List.of(citation(1, evil, evil, 1)), "extractive");

        SlackMessage message = message(turn, true);

        assertThat(message.json().toString()).doesNotContain("<!", "<@", "```", "@here", "\u202e");
        Matcher links = LINK.matcher(message.shown());
        int count = 0;
        while (links.find()) {
            count++;
            assertThat(links.group(1)).startsWith("https://docent.example.org/documents/d1?");
            assertThat(links.group(2)).isEqualTo("[1]");
        }
        assertThat(count).isEqualTo(2);
        assertThat(message.json().toString()).contains("\"verbatim\":true").doesNotContain("\"verbatim\":false");
    }

    @Test
    void staysWithinSlacksLimitsWhateverTheAnswer() {
        String long_ = "A & B < C. ".repeat(900);
        List<Citation> citations = new ArrayList<>();
        IntStream.rangeClosed(1, 80).forEach(i -> citations.add(citation(i, "&".repeat(500), long_, i)));
        List<Sentence> sentences =
                IntStream.rangeClosed(1, 80).mapToObj(i -> quoted(long_, i)).toList();

        SlackMessage message = message(turn(sentences, citations, "x/" + "<".repeat(180)), true);

        assertThat(message.blocks()).hasSizeLessThanOrEqualTo(50);
        assertThat(message.blocks())
                .filteredOn(block -> block.has("text"))
                .allSatisfy(block -> assertThat(
                                block.getAsJsonObject("text").get("text").getAsString())
                        .hasSizeBetween(1, 3_000));
        assertThat(message.text().length()).isLessThan(40_000);
        assertThat(message.shown()).contains("this is its beginning", "… and 56 more");
    }

    @Test
    void carriesItsMarkAndItsButtons() {
        SlackMessage message = message(
                turn(List.of(quoted("It flew.", 1)), List.of(citation(1, "M", "It flew.", null)), "extractive"), true);

        assertThat(message.blocks().getFirst().get("block_id").getAsString()).isEqualTo(MARK.blockId());
        assertThat(message.value(Buttons.FEEDBACK)).isEqualTo("+ 6a0f slack:T1:C1:1.1");
        assertThat(Buttons.read(Buttons.FEEDBACK, "- 6a0f slack:T1:C1:1.1"))
                .contains(new Buttons.Pressed(false, false, "6a0f", "slack:T1:C1:1.1"));
        assertThat(Buttons.read("other", "+ 6a0f x")).isEmpty();
        assertThat(Buttons.read(Buttons.SHARE, "+ 6a0f")).isEmpty();
        assertThat(Buttons.read(null, null)).isEmpty();
    }
}
