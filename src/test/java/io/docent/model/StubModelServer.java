package io.docent.model;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.docent.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A language model's server on a port of its own, speaking OpenAI's, Ollama's and Anthropic's protocols, streamed or whole.
 * What it says and how it behaves is a {@link Behaviour}, one for each request in turn, the last for all that follow.
 */
public final class StubModelServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final List<String> keys = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger broken = new AtomicInteger();
    private volatile List<Behaviour> behaviours = List.of(prompt -> Reply.of("Nothing was said."));
    private final AtomicInteger served = new AtomicInteger();

    public StubModelServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::serve);
        server.setExecutor(threads);
        server.start();
    }

    public String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** What the next requests are answered with. */
    public void behave(Behaviour... next) {
        behaviours = List.of(next);
        served.set(0);
        requests.clear();
    }

    /** Says this, in pieces of a few letters. */
    public void says(String text) {
        behave(prompt -> Reply.of(text));
    }

    /** The bodies of the requests so far. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** The values of the headers that carry keys. */
    public List<String> keys() {
        return List.copyOf(keys);
    }

    /** How many responses could not be written to their end, since nobody was there any more. */
    public int broken() {
        return broken.get();
    }

    /** Whether a request wants its answer piece by piece. */
    public static boolean streams(String request) {
        return request.replaceAll("\\s", "").contains("\"stream\":true");
    }

    private void serve(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(body);
        for (String header : List.of("Authorization", "x-api-key")) {
            String value = exchange.getRequestHeaders().getFirst(header);
            if (value != null) {
                keys.add(value);
            }
        }
        List<Behaviour> now = behaviours;
        Reply reply =
                now.get(Math.min(served.getAndIncrement(), now.size() - 1)).reply(body);
        String path = exchange.getRequestURI().getPath();
        boolean streams = streams(body);
        try (exchange) {
            if (reply.status() != 200) {
                reply.headers()
                        .forEach(header ->
                                exchange.getResponseHeaders().add(header.split(": ")[0], header.split(": ")[1]));
                byte[] error = reply.text().getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(reply.status(), error.length);
                exchange.getResponseBody().write(error);
                return;
            }
            Protocol protocol = path.endsWith("/api/chat")
                    ? Protocol.OLLAMA
                    : path.endsWith("/messages") ? Protocol.ANTHROPIC : Protocol.OPENAI;
            exchange.getResponseHeaders()
                    .add(
                            "Content-Type",
                            streams && protocol != Protocol.OLLAMA ? "text/event-stream" : "application/json");
            exchange.sendResponseHeaders(200, 0);
            if (streams) {
                stream(protocol, reply, exchange.getResponseBody());
            } else {
                write(exchange.getResponseBody(), protocol.whole(reply.text()));
            }
        } catch (IOException e) {
            broken.incrementAndGet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void stream(Protocol protocol, Reply reply, OutputStream out)
            throws IOException, InterruptedException {
        write(out, protocol.start());
        int sent = 0;
        while (true) {
            for (String piece : reply.pieces()) {
                Thread.sleep(reply.pauseMillis());
                write(out, protocol.piece(piece));
                sent++;
                if (sent == reply.cutAfter()) {
                    throw new IOException("cut off");
                }
            }
            if (!reply.endless()) {
                break;
            }
        }
        write(out, reply.garbage() ? "data: {\"choices\": [{\"del\n\n" : protocol.end());
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /** How a request is answered. */
    @FunctionalInterface
    public interface Behaviour {

        /** Gets the request's body. */
        Reply reply(String request);
    }

    /**
     * An answer.
     *
     * @param status of HTTP
     * @param headers beside the usual ones, "name: value"
     * @param text of the answer, or of the error
     * @param pieces in which the text is streamed
     * @param pauseMillis before each piece
     * @param cutAfter pieces the connection is closed; 0 for never
     * @param endless whether the pieces come again and again
     * @param garbage whether the stream ends in what is no JSON
     */
    public record Reply(
            int status,
            List<String> headers,
            String text,
            List<String> pieces,
            long pauseMillis,
            int cutAfter,
            boolean endless,
            boolean garbage) {

        public static Reply of(String text) {
            List<String> pieces = new ArrayList<>();
            for (int at = 0; at < text.length(); at += 3) {
                pieces.add(text.substring(at, Math.min(text.length(), at + 3)));
            }
            return new Reply(200, List.of(), text, pieces, 0, 0, false, false);
        }

        public static Reply error(int status, String body, String... headers) {
            return new Reply(status, List.of(headers), body, List.of(), 0, 0, false, false);
        }

        public Reply slow(long millis) {
            return new Reply(status, headers, text, pieces, millis, cutAfter, endless, garbage);
        }

        public Reply cutAfter(int count) {
            return new Reply(status, headers, text, pieces, pauseMillis, count, endless, garbage);
        }

        public Reply withoutEnd() {
            return new Reply(status, headers, text, pieces, pauseMillis, cutAfter, true, garbage);
        }

        public Reply endingInGarbage() {
            return new Reply(status, headers, text, pieces, pauseMillis, cutAfter, endless, true);
        }
    }

    private enum Protocol {
        OPENAI {
            @Override
            String piece(String text) {
                return "data: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{\"content\":"
                        + Json.quoted(text) + "},\"finish_reason\":null}]}\n\n";
            }

            @Override
            String end() {
                return """
                        data: {"id":"c","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}

                        data: {"id":"c","object":"chat.completion.chunk","created":1,"model":"m","choices":[],"usage":{"prompt_tokens":120,"completion_tokens":34,"total_tokens":154}}

                        data: [DONE]

                        """;
            }

            @Override
            String whole(String text) {
                return "{\"id\":\"c\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":"
                        + Json.quoted(text)
                        + "},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":120,\"completion_tokens\":34,\"total_tokens\":154}}";
            }
        },
        OLLAMA {
            @Override
            String piece(String text) {
                return "{\"model\":\"m\",\"created_at\":\"2026-01-01T00:00:00Z\",\"message\":{\"role\":\"assistant\",\"content\":"
                        + Json.quoted(text) + "},\"done\":false}\n";
            }

            @Override
            String end() {
                return "{\"model\":\"m\",\"created_at\":\"2026-01-01T00:00:00Z\",\"message\":{\"role\":\"assistant\",\"content\":\"\"},\"done_reason\":\"stop\",\"done\":true,\"prompt_eval_count\":120,\"eval_count\":34}\n";
            }

            @Override
            String whole(String text) {
                return "{\"model\":\"m\",\"created_at\":\"2026-01-01T00:00:00Z\",\"message\":{\"role\":\"assistant\",\"content\":"
                        + Json.quoted(text)
                        + "},\"done_reason\":\"stop\",\"done\":true,\"prompt_eval_count\":120,\"eval_count\":34}";
            }
        },
        ANTHROPIC {
            @Override
            String start() {
                return event(
                                "message_start",
                                "{\"type\":\"message_start\",\"message\":{\"id\":\"m\",\"type\":\"message\",\"role\":\"assistant\",\"content\":[],\"model\":\"m\",\"stop_reason\":null,\"stop_sequence\":null,\"usage\":{\"input_tokens\":120,\"output_tokens\":1}}}")
                        + event(
                                "content_block_start",
                                "{\"type\":\"content_block_start\",\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}}");
            }

            @Override
            String piece(String text) {
                return event(
                        "content_block_delta",
                        "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":"
                                + Json.quoted(text) + "}}");
            }

            @Override
            String end() {
                return event("content_block_stop", "{\"type\":\"content_block_stop\",\"index\":0}")
                        + event(
                                "message_delta",
                                "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\",\"stop_sequence\":null},\"usage\":{\"output_tokens\":34}}")
                        + event("message_stop", "{\"type\":\"message_stop\"}");
            }

            @Override
            String whole(String text) {
                return "{\"id\":\"m\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"m\",\"content\":[{\"type\":\"text\",\"text\":"
                        + Json.quoted(text)
                        + "}],\"stop_reason\":\"end_turn\",\"stop_sequence\":null,\"usage\":{\"input_tokens\":120,\"output_tokens\":34}}";
            }
        };

        String start() {
            return "";
        }

        abstract String piece(String text);

        abstract String end();

        abstract String whole(String text);

        static String event(String name, String data) {
            return "event: " + name + "\ndata: " + data + "\n\n";
        }
    }
}
