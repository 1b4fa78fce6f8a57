package io.docent.bench;

import io.docent.HttpApi;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Asks a service questions over HTTP and takes the time of each. Never asks a question twice while it has others. */
final class Asking {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final URI address;
    private final List<String> questions;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();

    Asking(URI address, List<String> questions) {
        this.address = address.resolve("/api/chat");
        this.questions = questions;
    }

    /** Milliseconds of each of so many questions, one after the other. */
    Rounds ask(int count) throws IOException, InterruptedException {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            times.add(ask());
        }
        return new Rounds(times);
    }

    /** Milliseconds of each question asked one after the other until a time is over, at least one. */
    Rounds ask(Duration time) throws IOException, InterruptedException {
        List<Double> times = new ArrayList<>();
        long end = System.nanoTime() + time.toNanos();
        do {
            times.add(ask());
        } while (System.nanoTime() < end);
        return new Rounds(times);
    }

    /** The same by several clients at once. */
    Rounds ask(int clients, Duration time) throws Exception {
        ConcurrentLinkedQueue<Double> times = new ConcurrentLinkedQueue<>();
        Callable<Boolean> one = () -> times.addAll(ask(time).values());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var each : threads.invokeAll(java.util.Collections.nCopies(clients, one))) {
                each.get();
            }
        }
        return new Rounds(List.copyOf(times));
    }

    private double ask() throws IOException, InterruptedException {
        String question = questions.get(next.getAndIncrement() % questions.size());
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(HttpApi.body("question", question)))
                .build();
        long start = System.nanoTime();
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        double milliseconds = (System.nanoTime() - start) / 1e6;
        if (response.statusCode() != 200) {
            throw new IOException("status " + response.statusCode() + " for '" + question + "': " + response.body());
        }
        answered.addAndGet(response.body().contains("\"status\":\"answered\"") ? 1 : 0);
        return milliseconds;
    }

    /** The share of the questions so far that were answered rather than not found, in percent. */
    String answered() {
        return "%.0f %% answered".formatted(100.0 * answered.get() / Math.max(1, next.get()));
    }
}
