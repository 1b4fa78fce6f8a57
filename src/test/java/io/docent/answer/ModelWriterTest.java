package io.docent.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.FinishReason;
import io.docent.answer.ModelWriter.Written;
import io.docent.model.LlmSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ModelWriterTest {

    private static final int RETRIES = 1;
    private static final int TOKENS = 100;

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void whatIsNoAnswerAtAllIsTriedAgainAndThenAFailure() {
        ModelWriter writer = writer(ending(null)); // as of a server that sends a page for people

        assertThatThrownBy(() -> write(writer)).isInstanceOf(ModelFailure.class).hasMessage(ModelFailure.UNREADABLE);

        assertThat(asked).hasValue(1 + RETRIES);
    }

    @Test
    void anAnswerWithoutTextIsNoFailure() throws ModelFailure {
        ModelWriter writer = writer(ending(FinishReason.STOP));

        assertThat(write(writer)).isEqualTo(new Written(false, null));
        assertThat(asked).hasValue(1);
    }

    @Test
    void oneRefusedQuestionDoesNotKeepOthersFromTheModel() {
        ModelWriter writer = writer(failing(new InvalidRequestException("context length exceeded")));

        for (int failures = 0; failures < 2; failures++) {
            assertThatThrownBy(() -> write(writer)).hasMessage("did not accept the request");
            assertThat(writer.isAvailable()).isTrue();
        }

        assertThatThrownBy(() -> write(writer)).hasMessage("did not accept the request");
        assertThat(writer.isAvailable()).isFalse();
    }

    @Test
    void questionsThatAProviderFiltersNeverKeepOthersFromTheModel() {
        ModelWriter writer = writer(ending(FinishReason.CONTENT_FILTER));

        for (int failures = 0; failures < 5; failures++) {
            assertThatThrownBy(() -> write(writer)).hasMessageContaining("filter");
        }

        assertThat(writer.isAvailable()).isTrue();
    }

    @Test
    void anEnormousPieceIsCutBeforeAnybodyReadsIt() throws ModelFailure {
        StringBuilder read = new StringBuilder();

        Written written = writer(stub(handler -> handler.onPartialResponse("word ".repeat(1_000_000))))
                .write(List.of(UserMessage.from("Who?")), read::append);

        assertThat(written.isCut()).isTrue();
        assertThat(read).hasSize(8 * TOKENS);
    }

    private static Written write(ModelWriter writer) throws ModelFailure {
        return writer.write(List.of(UserMessage.from("Who?")), piece -> {});
    }

    private static ModelWriter writer(StreamingChatModel model) {
        LlmSettings settings = new LlmSettings(
                "openai",
                null,
                "stub",
                null,
                0,
                TOKENS,
                1_000,
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                1,
                RETRIES);
        return new ModelWriter(Optional.of(model), settings, new SimpleMeterRegistry(), Clock.systemUTC());
    }

    private StreamingChatModel ending(@Nullable FinishReason reason) {
        return stub(handler -> handler.onCompleteResponse(ChatResponse.builder()
                .aiMessage(AiMessage.from(""))
                .finishReason(reason)
                .build()));
    }

    private StreamingChatModel failing(RuntimeException failure) {
        return stub(handler -> handler.onError(failure));
    }

    private StreamingChatModel stub(Consumer<StreamingChatResponseHandler> answer) {
        return new StreamingChatModel() {
            @Override
            public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
                asked.incrementAndGet();
                answer.accept(handler);
            }
        };
    }
}
