package io.docent.answer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.docent.answer.Answer.Answered;
import io.docent.answer.AnswerEvent.Found;
import io.docent.answer.AnswerEvent.Piece;
import io.docent.passage.Passage;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Answers that a model wrote a short while ago, or is writing: the same question over the same passages, with the same
 * prompt and model, is written once. What the documents hold is part of the key, so an answer never outlives its sources.
 * For any thread.
 */
@Singleton
final class WrittenAnswers {

    private static final int MOST = 1_000;
    private static final long BEAT_MILLIS = 200;

    private static final String HIT = "hit";
    private static final String SHARED = "shared";
    private static final String MISS = "miss";

    private final MeterRegistry meters;
    private final Cache<Key, Answer> written;
    private final ConcurrentMap<Key, CompletableFuture<Answer>> writing = new ConcurrentHashMap<>();

    @Inject
    WrittenAnswers(AnswerSettings settings, MeterRegistry meters) {
        this(settings, meters, Ticker.systemTicker());
    }

    /** With another clock. */
    WrittenAnswers(AnswerSettings settings, MeterRegistry meters, Ticker ticker) {
        this.meters = meters;
        this.written = Caffeine.newBuilder()
                .ticker(ticker)
                .maximumSize(settings.cache().isZero() ? 0 : MOST)
                .expireAfterWrite(settings.cache())
                .build();
        for (String result : List.of(HIT, SHARED, MISS)) {
            requests(result);
        }
    }

    /**
     * The answer, known or written now; whoever asks the same meanwhile waits for it.
     *
     * @param reader told of an answer that somebody else had written; asked now and then while waiting
     * @param writer writes it, telling the reader itself
     */
    Answer get(Key key, Consumer<AnswerEvent> reader, Supplier<Answer> writer) {
        while (true) {
            Answer known = written.getIfPresent(key);
            if (known != null) {
                requests(HIT).increment();
                return told(known, reader);
            }
            CompletableFuture<Answer> own = new CompletableFuture<>();
            CompletableFuture<Answer> others = writing.putIfAbsent(key, own);
            if (others == null) {
                requests(MISS).increment();
                return write(key, own, writer);
            }
            Answer answer = await(others, reader);
            if (answer != null) {
                requests(SHARED).increment();
                return told(answer, reader);
            }
        }
    }

    private Counter requests(String result) {
        return Counter.builder("docent.answer.cache.requests")
                .description("Answers that were looked for among those written before")
                .tag("result", result)
                .register(meters);
    }

    private Answer write(Key key, CompletableFuture<Answer> own, Supplier<Answer> writer) {
        try {
            Answer answer = writer.get();
            if (answer.authorship().prompt() != null) {
                written.put(key, answer); // a fallback is not kept
            }
            own.complete(answer);
            return answer;
        } finally {
            writing.remove(key, own);
            own.cancel(false); // whoever waits writes it then
        }
    }

    private static @org.jspecify.annotations.Nullable Answer await(
            CompletableFuture<Answer> others, Consumer<AnswerEvent> reader) {
        while (true) {
            try {
                return others.get(BEAT_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                reader.accept(new Piece(""));
            } catch (ExecutionException | java.util.concurrent.CancellationException e) {
                return null;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped while waiting for an answer", e);
            }
        }
    }

    private static Answer told(Answer answer, Consumer<AnswerEvent> reader) {
        if (answer instanceof Answered answered) {
            reader.accept(new Found(answered.citations()));
            reader.accept(new Piece(answered.text()));
        }
        return answer;
    }

    /**
     * What an answer depends on.
     *
     * @param question as it is asked of the model
     * @param passages in the prompt
     * @param prompt version of the template
     * @param model its name
     */
    record Key(String question, List<Passage> passages, String prompt, String model) {

        Key {
            passages = List.copyOf(passages);
        }
    }
}
