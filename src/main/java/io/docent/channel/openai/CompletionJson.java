package io.docent.channel.openai;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer.
 *
 * @param id of this response, which leads nowhere
 * @param object always {@code chat.completion}
 * @param created in seconds since 1970
 * @param model always {@code docent}
 * @param citations those of the message once more, where Perplexity's clients look for them
 */
@Serdeable
record CompletionJson(
        String id,
        String object,
        long created,
        String model,
        List<Choice> choices,
        UsageJson usage,
        List<CitationJson> citations) {

    static CompletionJson of(String id, long created, Reply reply) {
        Message message = new Message("assistant", reply.content(), null, reply.citations());
        return new CompletionJson(
                id,
                "chat.completion",
                created,
                ModelController.ID,
                List.of(new Choice(0, message, null, "stop")),
                reply.usage(),
                reply.citations());
    }

    /**
     * The one answer there is.
     *
     * @param index always 0
     * @param logprobs always null
     * @param finish_reason always {@code stop}
     */
    @Serdeable
    record Choice(int index, Message message, @Nullable String logprobs, String finish_reason) {}

    /**
     * What is answered.
     *
     * @param role always {@code assistant}
     * @param content Markdown with markers and the list of sources
     * @param refusal always null: that the documents do not hold an answer is an answer
     * @param citations that the markers name; empty where nothing was found
     */
    @Serdeable
    record Message(String role, String content, @Nullable String refusal, List<CitationJson> citations) {}
}
