package io.docent.channel.http;

import io.docent.history.Gap;
import io.docent.history.GapKind;
import io.docent.history.Gaps;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the documents left open, of all people. For administrators alone: {@code io.docent.access} decides that of these
 * paths before they are reached, and without kinds of tokens everyone is one.
 */
@Controller("/api")
@ExecuteOn(TaskExecutors.BLOCKING)
class GapController {

    private static final Set<String> FIELDS = Set.of("upTo");

    private static final int MOST = 1_000;

    private static final MediaType CSV = new MediaType("text/csv;charset=utf-8");

    private final Gaps gaps;

    GapController(Gaps gaps) {
        this.gaps = gaps;
    }

    /** Groups of questions, those asked most often first. */
    @Get("/gaps")
    GapsJson list(@QueryValue(defaultValue = "false") String done, @QueryValue(defaultValue = "100") int limit) {
        if (limit < 1 || limit > MOST) {
            throw ProblemException.badRequest("limit is " + limit + "; it is 1 to " + MOST);
        }
        Gaps.Found found = gaps.find(QueryFlag.of("done", done), limit);
        return new GapsJson(found.gaps().stream().map(GapJson::of).toList(), found.total(), found.asked());
    }

    /** The same for a spreadsheet, as a download. */
    @Get("/gaps.csv")
    @Produces("text/csv")
    HttpResponse<String> csv(@QueryValue(defaultValue = "false") String done) {
        boolean isDone = QueryFlag.of("done", done);
        return HttpResponse.ok(GapCsv.of(gaps.find(isDone, MOST).gaps()))
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, Attachment.named(isDone ? "gaps-done.csv" : "gaps.csv"));
    }

    /** Marks a group as done, up to what was seen of it. */
    @Post("/gaps/{id}/done")
    GapJson done(String id, @Body @Nullable JsonNode body) {
        Instant upTo =
                body == null ? Instant.MAX : upTo(JsonFields.of(body, FIELDS).optionalText("upTo", 50));
        return gaps.done(id, upTo).map(GapJson::of).orElseThrow(() -> unknown(id));
    }

    private static Instant upTo(@Nullable String text) {
        try {
            return text == null ? Instant.MAX : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw ProblemException.badRequest("upTo is '" + text + "'; it is a time such as 2026-03-01T12:00:00Z");
        }
    }

    /** Takes that back. */
    @Delete("/gaps/{id}/done")
    GapJson reopen(String id) {
        return gaps.reopen(id).map(GapJson::of).orElseThrow(() -> unknown(id));
    }

    private static ProblemException unknown(String id) {
        return ProblemException.notFound("there is no gap "
                + (id.length() > 64 ? id.substring(0, 64) + "…" : id)
                + "; its questions may have been erased or answered since");
    }

    /**
     * Gaps.
     *
     * @param total how many groups there are, listed or not
     * @param asked how many questions are in them
     */
    @Serdeable
    record GapsJson(List<GapJson> gaps, int total, int asked) {}

    /**
     * A group of questions of one meaning.
     *
     * @param id its name in other paths
     * @param question the most typical, standing alone
     * @param asked how many there are
     * @param open how many of them are not marked as done
     * @param kinds how many there are of each kind
     * @param channels by which they came
     * @param firstAskedAt when the oldest of its questions was asked
     * @param lastAskedAt when the newest of its questions was asked
     * @param doneAt when questions of it were last marked as done; null where none are
     * @param questions the different wordings, the most frequent first, up to ten
     * @param comments of those whom an answer did not help, the newest first, up to five
     * @param closest up to three places that came nearest
     */
    @Serdeable
    record GapJson(
            String id,
            String question,
            int asked,
            int open,
            KindsJson kinds,
            List<String> channels,
            Instant firstAskedAt,
            Instant lastAskedAt,
            @Nullable Instant doneAt,
            List<WordingJson> questions,
            List<String> comments,
            List<CitationJson> closest) {

        static GapJson of(Gap gap) {
            return new GapJson(
                    gap.id(),
                    gap.question(),
                    gap.asked(),
                    gap.open(),
                    KindsJson.of(gap),
                    List.copyOf(gap.channels()),
                    gap.firstAsked(),
                    gap.lastAsked(),
                    gap.doneAt(),
                    gap.wordings().stream()
                            .map(wording -> new WordingJson(wording.text(), wording.asked()))
                            .toList(),
                    gap.comments(),
                    gap.closest().stream().map(CitationJson::of).toList());
        }
    }

    /**
     * How many questions found nothing, had an answer that is not borne out, or one that did not help.
     *
     * @param notFound to which the answer was not in the documents
     * @param unsupported whose answer had sentences that are not borne out
     * @param unhelpful whose answer did not help
     */
    @Serdeable
    record KindsJson(int notFound, int unsupported, int unhelpful) {

        static KindsJson of(Gap gap) {
            return new KindsJson(gap.of(GapKind.NOT_FOUND), gap.of(GapKind.UNSUPPORTED), gap.of(GapKind.UNHELPFUL));
        }
    }

    /**
     * A question as it was asked, standing alone, and how often.
     *
     * @param text the question
     * @param asked how often
     */
    @Serdeable
    record WordingJson(String text, int asked) {}
}
