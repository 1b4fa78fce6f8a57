package io.docent.answer;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import io.docent.model.LlmSettings;
import io.docent.model.RefusedException;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the language model write, within limits of time and length, so many at once; tries again what failed for a passing
 * reason before anything was written. The model runs on a thread of its own, which is interrupted when nobody waits for it
 * any more. For any thread.
 */
@Singleton
final class ModelWriter {

    private static final Logger LOG = LoggerFactory.getLogger(ModelWriter.class);

    /** How often somebody who waits is asked whether they still do. */
    private static final Duration BEAT = Duration.ofMillis(200);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(400);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

    /** No tokenizer puts more into one token, on average. */
    private static final int CHARACTERS_PER_TOKEN = 8;

    private final @Nullable StreamingChatModel model;
    private final LlmSettings settings;
    private final ModelMeters meters;
    private final Circuit circuit;
    private final Semaphore places;

    ModelWriter(Optional<StreamingChatModel> model, LlmSettings settings, MeterRegistry meters, Clock clock) {
        this.model = model.orElse(null);
        this.settings = settings;
        this.meters = new ModelMeters(meters);
        this.circuit = new Circuit(clock);
        this.places = new Semaphore(settings.concurrency(), true);
        if (this.model != null) {
            this.meters.watch(
                    places::getQueueLength,
                    () -> settings.concurrency() - places.availablePermits(),
                    circuit::isClosed);
        }
    }

    boolean isOn() {
        return model != null;
    }

    /** Whether the model is asked, or left alone since it failed several times in a row. */
    boolean isAvailable() {
        return circuit.isClosed();
    }

    /** The model as answers name it. */
    String label() {
        return settings.label();
    }

    /**
     * Writes.
     *
     * @param reader gets every piece as it comes, on this thread, and an empty one now and then while there is none; what
     *     it throws ends the writing
     */
    Written write(List<ChatMessage> messages, Consumer<String> reader) throws ModelFailure {
        StreamingChatModel asked = model;
        if (asked == null) {
            throw new IllegalStateException("there is no language model");
        }
        if (!circuit.allows()) {
            meters.answer(ModelMeters.REFUSED);
            throw ModelFailure.once("failed before and is left alone for a moment");
        }
        long end = System.nanoTime() + settings.timeLimit().toNanos();
        takePlace(end, reader);
        try {
            Written written = persistently(asked, messages, reader, end);
            meters.answer(ModelMeters.WRITTEN);
            meters.tokens(written.usage());
            if (circuit.succeeded()) {
                LOG.info("{} answers again", settings.label());
            }
            return written;
        } catch (ModelFailure e) {
            meters.answer(ModelMeters.FAILED);
            boolean opened = !e.isOfQuestion() && circuit.failed(e.isLasting());
            if (opened || e.isLasting()) {
                LOG.warn("{} {}; questions are answered by quoting until it answers", settings.label(), told(e));
            } else {
                LOG.info("{} {}", settings.label(), told(e));
            }
            throw e;
        } finally {
            places.release();
        }
    }

    /** By its status alone: what a provider says of a request may repeat the question, the documents or the key. */
    private static String told(ModelFailure failure) {
        RefusedException refused = RefusedException.in(failure);
        return refused == null
                ? String.valueOf(failure.getMessage())
                : failure.getMessage() + " (HTTP " + refused.statusCode() + ")";
    }

    private void takePlace(long end, Consumer<String> reader) throws ModelFailure {
        try {
            long latest = Math.min(end, System.nanoTime() + settings.timeout().toNanos());
            while (!places.tryAcquire(BEAT.toMillis(), TimeUnit.MILLISECONDS)) {
                reader.accept("");
                if (System.nanoTime() > latest) {
                    throw ModelFailure.once("has too many questions to answer at the moment");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ModelFailure.once("was not waited for");
        }
    }

    private Written persistently(
            StreamingChatModel asked, List<ChatMessage> messages, Consumer<String> reader, long end)
            throws ModelFailure {
        for (int attempt = 0; ; attempt++) {
            try {
                return once(asked, messages, reader, end);
            } catch (ModelFailure e) {
                Duration pause = pause(e, attempt);
                if (!e.isPassing()
                        || attempt >= settings.retries()
                        || System.nanoTime() + pause.toNanos() > end
                        || pause.compareTo(LONGEST_PAUSE) > 0) {
                    throw e;
                }
                meters.retry();
                rest(pause, reader);
            }
        }
    }

    /** What the server asks for, else twice as long each time, spread so that not all come back at once. */
    private static Duration pause(ModelFailure failure, int attempt) {
        RefusedException refused = RefusedException.in(failure);
        Duration asked = refused == null ? null : refused.retryAfter();
        if (asked != null) {
            return asked;
        }
        long millis = FIRST_PAUSE.toMillis() << Math.min(attempt, 6);
        return Duration.ofMillis(millis / 2 + ThreadLocalRandom.current().nextLong(millis));
    }

    private static void rest(Duration pause, Consumer<String> reader) throws ModelFailure {
        long until = System.nanoTime() + pause.toNanos();
        try {
            while (System.nanoTime() < until) {
                Thread.sleep(Math.min(BEAT.toMillis(), 1 + (until - System.nanoTime()) / 1_000_000));
                reader.accept("");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ModelFailure.once("was not waited for");
        }
    }

    private Written once(StreamingChatModel asked, List<ChatMessage> messages, Consumer<String> reader, long end)
            throws ModelFailure {
        BlockingQueue<Event> events = new LinkedBlockingQueue<>();
        Thread writing = Thread.ofVirtual().name("language-model").start(() -> {
            try {
                asked.chat(ChatRequest.builder().messages(messages).build(), new Handler(events));
            } catch (RuntimeException e) {
                events.add(new Broken(e));
            }
            // What calls back later than this does not exist: the transport runs on this thread.
            events.add(new Broken(new IllegalStateException("the response ended without its end")));
        });
        try {
            return follow(events, reader, end);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ModelFailure.once("was not waited for");
        } finally {
            writing.interrupt();
        }
    }

    private Written follow(BlockingQueue<Event> events, Consumer<String> reader, long end)
            throws ModelFailure, InterruptedException {
        int characters = 0;
        int most = CHARACTERS_PER_TOKEN * settings.maxTokens();
        long lastPiece = System.nanoTime();
        while (true) {
            Event event = events.poll(BEAT.toMillis(), TimeUnit.MILLISECONDS);
            long now = System.nanoTime();
            if (now > end
                    || (event == null && now - lastPiece > settings.timeout().toNanos())) {
                throw ModelFailure.once("took too long");
            }
            switch (event) {
                case null -> reader.accept("");
                case Piece piece -> {
                    lastPiece = now;
                    String text = piece.text();
                    if (characters + text.length() > most) {
                        reader.accept(text.substring(0, most - characters));
                        return new Written(true, null);
                    }
                    characters += text.length();
                    reader.accept(text);
                }
                case Complete complete -> {
                    return written(complete.response(), characters);
                }
                case Broken broken -> throw ModelFailure.of(broken.cause(), characters > 0);
            }
        }
    }

    private static Written written(ChatResponse response, int characters) throws ModelFailure {
        FinishReason reason = response.finishReason();
        if (reason == null) {
            throw characters > 0
                    ? ModelFailure.once("stopped in the middle of its answer")
                    : ModelFailure.passing(ModelFailure.UNREADABLE, new IOException("no event of an answer"));
        }
        if (reason == FinishReason.CONTENT_FILTER) {
            throw ModelFailure.ofQuestion("was kept from answering by its provider's filter");
        }
        return new Written(reason == FinishReason.LENGTH, response.tokenUsage());
    }

    /**
     * What the model was done with.
     *
     * @param isCut whether it was cut at the longest answer
     * @param usage what it cost; null where its provider does not tell
     */
    record Written(boolean isCut, @Nullable TokenUsage usage) {}

    private sealed interface Event {}

    private record Piece(String text) implements Event {}

    private record Complete(ChatResponse response) implements Event {}

    private record Broken(Throwable cause) implements Event {}

    private record Handler(BlockingQueue<Event> events) implements StreamingChatResponseHandler {

        @Override
        public void onPartialResponse(String text) {
            if (text != null && !text.isEmpty()) {
                events.add(new Piece(text));
            }
        }

        @Override
        public void onCompleteResponse(ChatResponse response) {
            events.add(new Complete(response));
        }

        @Override
        public void onError(Throwable cause) {
            events.add(new Broken(cause));
        }
    }
}
