package io.docent.channel.slack;

import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import com.slack.api.model.assistant.SuggestedPrompt;
import com.slack.api.model.block.LayoutBlock;
import io.docent.answer.Examples;
import io.docent.channel.slack.Desk.Job;
import io.docent.history.History;
import io.docent.history.Turn;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done beside answering: telling, rating, sharing, greeting. For any thread. */
@Singleton
final class Errands {

    private static final Logger LOG = LoggerFactory.getLogger(Errands.class);

    private static final int MOST_PROMPTS = 4;

    private static final String GREETING =
            "Hello! Ask me something about your documents: I answer with the place where each sentence stands.";
    private static final String GONE = "This answer is not kept any more.";

    private final History history;
    private final Examples examples;
    private final AnswerBlocks blocks;
    private final WebApi api;
    private final Poster poster;
    private final Identity identity;

    Errands(History history, Examples examples, AnswerBlocks blocks, WebApi api, Poster poster, Identity identity) {
        this.history = history;
        this.examples = examples;
        this.blocks = blocks;
        this.api = api;
        this.poster = poster;
        this.identity = identity;
    }

    /** Tells something in a thread. */
    void tell(Work.Notice notice, Job job) {
        poster.post(
                new Post(
                        notice.channel(),
                        notice.thread(),
                        notice.oldest(),
                        identity.user(),
                        job.mark(),
                        AnswerBlocks.notice(notice.text(), job.mark())),
                job.again());
    }

    /** Notes what somebody thinks of an answer, and thanks them. */
    void rate(Work.Rating rating) {
        boolean noted = history.rate(
                rating.answer(), rating.owner(), Threads.person(rating.team(), rating.user()), rating.helpful(), null);
        String url = rating.responseUrl();
        if (url == null) {
            return;
        }
        String thanks = rating.helpful()
                ? "Thank you! Noted that this answer helped."
                : "Thank you! Noted that this answer did not help.";
        try {
            api.respond(url, onlyForYou(noted ? thanks : GONE, rating.thread()));
        } catch (RefusedException | UnavailableException e) {
            LOG.debug("Nobody was thanked: {}", e.getMessage());
        }
    }

    private static ActionResponse onlyForYou(String text, @Nullable String thread) {
        return ActionResponse.builder()
                .responseType("ephemeral")
                .replaceOriginal(false)
                .text(text)
                .threadTs(thread)
                .build();
    }

    /** Shows an answer to the channel: as a message, or through the response_url where Docent is not in the channel. */
    void share(Work.Sharing sharing, Job job) {
        String url = sharing.responseUrl();
        Optional<Turn> turn = sharing.owner().equals(Threads.person(sharing.team(), sharing.user()))
                ? history.turn(sharing.answer(), sharing.owner())
                : Optional.empty();
        if (turn.isEmpty()) {
            if (url != null) {
                api.respond(url, onlyForYou(GONE, null));
            }
            return;
        }
        MessageText message = blocks.shared(turn.get(), sharing.owner(), sharing.user(), job.mark());
        try {
            poster.post(
                    new Post(sharing.channel(), null, sharing.oldest(), identity.user(), job.mark(), message),
                    job.again());
        } catch (RefusedException e) {
            if (url == null) {
                throw e;
            }
            LOG.debug("Shared through the response_url: {}", e.error());
            try {
                api.respond(url, forAll(message.text(), message.blocks()));
            } catch (RefusedException blocksRefused) {
                api.respond(url, forAll(message.text(), message.plain()));
            }
        }
    }

    private static ActionResponse forAll(String text, List<LayoutBlock> blocks) {
        return ActionResponse.builder()
                .responseType("in_channel")
                .replaceOriginal(false)
                .text(text)
                .blocks(blocks)
                .build();
    }

    /** Says hello in an assistant thread, with questions to begin with. */
    void greet(Work.Greeting greeting, Job job) {
        List<SuggestedPrompt> prompts = examples.questions().stream()
                .limit(MOST_PROMPTS)
                .map(question -> SuggestedPrompt.create(question))
                .toList();
        if (!prompts.isEmpty()) {
            try {
                api.retrying(slack ->
                        slack.assistantThreadsSetSuggestedPrompts(request -> request.channelId(greeting.channel())
                                .threadTs(greeting.thread())
                                .prompts(prompts)));
            } catch (RefusedException e) {
                LOG.debug("No prompts: {}", e.error());
            }
        }
        tell(new Work.Notice(greeting.channel(), greeting.thread(), greeting.thread(), GREETING), job);
    }
}
