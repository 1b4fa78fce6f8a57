package io.docent.channel.openai;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of an answer.
 *
 * @param id of the response, the same in each of its chunks
 * @param object always {@code chat.completion.chunk}
 * @param created in seconds since 1970
 * @param model always {@code docent}
 * @param choices the one there is; none in the chunk that tells the usage
 * @param usage in the last chunk alone, where it was asked for
 * @param citations that the markers of the whole answer name; in what follows the last piece of text alone
 */
@Serdeable
record ChunkJson(
        String id,
        String object,
        long created,
        String model,
        List<Choice> choices,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UsageJson usage,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<CitationJson> citations) {

    private static final String OBJECT = "chat.completion.chunk";

    static ChunkJson begin(String id, long created) {
        return of(id, created, new Delta("assistant", ""), null, null);
    }

    static ChunkJson piece(String id, long created, String text) {
        return of(id, created, new Delta(null, text), null, null);
    }

    static ChunkJson end(String id, long created, Reply reply) {
        return of(id, created, new Delta(null, null), "stop", reply.citations());
    }

    static ChunkJson usage(String id, long created, Reply reply) {
        return new ChunkJson(id, OBJECT, created, ModelController.ID, List.of(), reply.usage(), reply.citations());
    }

    private static ChunkJson of(
            String id, long created, Delta delta, @Nullable String finish, @Nullable List<CitationJson> citations) {
        return new ChunkJson(
                id, OBJECT, created, ModelController.ID, List.of(new Choice(0, delta, null, finish)), null, citations);
    }

    /**
     * The one answer there is.
     *
     * @param index always 0
     * @param logprobs always null
     * @param finish_reason {@code stop} at the end, else null
     */
    @Serdeable
    record Choice(
            int index,
            Delta delta,
            @Nullable String logprobs,
            @Nullable String finish_reason) {}

    /**
     * What comes on top of what was told.
     *
     * @param role always {@code assistant}, in the first chunk alone
     * @param content the next piece of the text
     */
    @Serdeable
    record Delta(
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String role,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String content) {}
}
