package io.docent.load;

import io.docent.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;

/**
 * So many clients, each asking again as soon as it was answered, for so long: whole and streamed answers, searches,
 * conversations. Knows what is right from asking once before.
 *
 * <p>{@code mvn -Pload verify} runs it against what was packaged; as a program of its own it takes the address, the number of
 * clients and the seconds: {@code LoadRun http://localhost:8080 64 600}.
 */
public final class LoadRun {

    private static final List<String> QUESTIONS = List.of(
            "How far did the North Korean missile fly?",
            "Who visited Beijing?",
            "What is the population of Brazil?",
            "What did President Lee's visit aim to address?");

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final URI base;
    private final Map<String, String> right = new ConcurrentSkipListMap<>();
    private final Map<Integer, LongAdder> statuses = new ConcurrentSkipListMap<>();
    private final ConcurrentLinkedQueue<Long> millis = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();

    public LoadRun(URI base) {
        this.base = base;
    }

    public static void main(String... arguments) throws Exception {
        Result result = new LoadRun(URI.create(arguments[0]))
                .run(Integer.parseInt(arguments[1]), Duration.ofSeconds(Long.parseLong(arguments[2])));
        System.out.println(result);
    }

    /** Runs to the end of that time, and until every client has its last answer. */
    public Result run(int clients, Duration time) throws IOException, InterruptedException {
        for (String question : QUESTIONS) {
            right.put(question, answer(post("/api/chat", question).body()));
        }
        long start = System.nanoTime();
        long end = start + time.toNanos();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < clients; i++) {
                int first = i;
                threads.execute(() -> client(first, end));
            }
        }
        return result(Duration.ofNanos(System.nanoTime() - start));
    }

    private void client(int first, long end) {
        for (int i = first; System.nanoTime() < end; i++) {
            try {
                ask(QUESTIONS.get(i % QUESTIONS.size()), i % 10);
            } catch (IOException e) {
                wrong.add("no answer: " + e);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void ask(String question, int kind) throws IOException, InterruptedException {
        long start = System.nanoTime();
        HttpResponse<String> response =
                switch (kind) {
                    case 0, 1 -> post("/api/chat/stream", question);
                    case 2 ->
                        get("/api/search?limit=5&q="
                                + question.replace(" ", "+").replace("?", ""));
                    case 3 -> get("/api/documents");
                    default -> post("/api/chat", question);
                };
        millis.add((System.nanoTime() - start) / 1_000_000);
        statuses.computeIfAbsent(response.statusCode(), status -> new LongAdder())
                .increment();
        if (response.statusCode() == 429) {
            Thread.sleep(
                    1_000 * response.headers().firstValueAsLong("Retry-After").orElse(1));
        } else if (response.statusCode() == 200) {
            check(question, kind, response.body());
        }
    }

    private void check(String question, int kind, String body) {
        boolean isRight =
                switch (kind) {
                    case 0, 1 ->
                        body.contains("event: done")
                                ? answer(body.substring(body.lastIndexOf("data:") + 5))
                                        .equals(right.get(question))
                                : body.contains("429");
                    case 2 -> body.contains("\"passages\":[{");
                    case 3 -> body.contains("\"total\":");
                    default -> answer(body).equals(right.get(question));
                };
        if (!isRight) {
            wrong.add(question + ": " + body);
        }
    }

    private static String answer(String json) {
        Json chat = Json.parsed(json.strip());
        return chat.get("status").text() + ": " + chat.get("answer").text() + " "
                + chat.get("citations").items().stream()
                        .map(citation -> citation.get("link").text())
                        .toList();
    }

    private HttpResponse<String> post(String path, String question) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"question\":" + Json.quoted(question) + "}")));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(60));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private Result result(Duration took) {
        List<Long> sorted = millis.stream().sorted().toList();
        Map<Integer, Long> counts = new ConcurrentSkipListMap<>();
        statuses.forEach((status, count) -> counts.put(status, count.sum()));
        return new Result(
                sorted.size(),
                sorted.size() / (took.toMillis() / 1000.0),
                counts,
                at(sorted, 0.5),
                at(sorted, 0.99),
                at(sorted, 1),
                List.copyOf(wrong));
    }

    private static long at(List<Long> sorted, double share) {
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.min(sorted.size() - 1, (long) (share * sorted.size())));
    }

    /**
     * What was seen.
     *
     * @param perSecond answered requests
     * @param statuses how often each HTTP status came
     * @param median in milliseconds, as are the next two
     * @param wrong what was no right answer, and no refusal
     */
    public record Result(
            int requests,
            double perSecond,
            Map<Integer, Long> statuses,
            long median,
            long ninetyNine,
            long slowest,
            List<String> wrong) {

        @Override
        public String toString() {
            return "%,d requests, %.1f a second, statuses %s; half within %,d ms, 99 %% within %,d ms, all within %,d ms; %,d wrong%s"
                    .formatted(
                            requests,
                            perSecond,
                            statuses,
                            median,
                            ninetyNine,
                            slowest,
                            wrong.size(),
                            wrong.isEmpty() ? "" : ", the first: " + wrong.getFirst());
        }
    }
}
