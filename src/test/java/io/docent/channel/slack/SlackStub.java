package io.docent.channel.slack;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Slack's Web API as far as Docent calls it, over HTTP on loopback: it keeps messages as Slack does, tells what it was
 * called for, and fails when it is told to.
 */
public final class SlackStub implements AutoCloseable {

    static final String BOT = "U0BOT";

    private final HttpServer server;
    private final List<SlackCall> calls = new CopyOnWriteArrayList<>();
    private final List<JsonObject> messages = new CopyOnWriteArrayList<>();
    private final Map<String, ConcurrentLinkedDeque<Trouble>> troubles = new ConcurrentHashMap<>();
    private final Map<String, String> refused = new ConcurrentHashMap<>();
    private final AtomicInteger time = new AtomicInteger(1);
    private volatile Duration delay = Duration.ZERO;

    public SlackStub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 500);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    public String apiUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/";
    }

    String responseUrl(String name) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/response/" + name;
    }

    /** The next call of a method fails. */
    void failOnce(String method, Trouble trouble) {
        troubles.computeIfAbsent(method, key -> new ConcurrentLinkedDeque<>()).add(trouble);
    }

    /** A method says no from now on. */
    void refuse(String method, String error) {
        refused.put(method, error);
    }

    void allow(String method) {
        refused.remove(method);
    }

    /** Every call takes this long. */
    void delay(Duration time) {
        delay = time;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String path = exchange.getRequestURI().getPath();
            if (path.startsWith("/response/")) {
                JsonObject sent = JsonParser.parseString(body).getAsJsonObject();
                calls.add(new SlackCall("response", Map.of("url", path.substring(10)), sent, System.nanoTime()));
                respond(exchange, path.substring(10), new JsonObject());
                return;
            }
            String method = path.substring(path.lastIndexOf('/') + 1);
            Map<String, String> form = form(body);
            calls.add(new SlackCall(method, form, null, System.nanoTime()));
            respond(exchange, method, refused.containsKey(method) ? no(refused.get(method)) : null, form);
        }
    }

    private void respond(HttpExchange exchange, String name, JsonObject result) throws IOException {
        respond(exchange, name, result, Map.of());
    }

    private void respond(HttpExchange exchange, String method, @Nullable JsonObject known, Map<String, String> form)
            throws IOException {
        sleep(delay);
        ConcurrentLinkedDeque<Trouble> waiting = troubles.get(method);
        Trouble trouble = waiting == null ? null : waiting.poll();
        JsonObject result = known;
        if (result == null && (trouble == null || trouble.done())) {
            result = call(method, form);
        }
        if (trouble != null) {
            sleep(trouble.after());
            if (trouble.retryAfter() != null) {
                exchange.getResponseHeaders().add("Retry-After", trouble.retryAfter());
            }
            send(exchange, trouble.status(), trouble.body());
        } else {
            send(exchange, 200, new Gson().toJson(Objects.requireNonNull(result)));
        }
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private JsonObject call(String method, Map<String, String> form) {
        return switch (method) {
            case "auth.test" -> yes("user_id", BOT, "user", "docent", "team", "Kestrel", "team_id", "T1");
            case "chat.postMessage" -> post(form);
            case "chat.update" -> update(form);
            case "chat.startStream" -> startStream(form);
            case "chat.appendStream" -> yes();
            case "chat.stopStream" -> yes();
            case "conversations.replies" -> replies(form);
            case "conversations.history" -> history(form);
            default -> yes();
        };
    }

    private synchronized JsonObject post(Map<String, String> form) {
        JsonObject message = message(form, form.get("thread_ts"));
        messages.add(message);
        return yes("ts", message.get("ts").getAsString(), "channel", form.getOrDefault("channel", ""));
    }

    private JsonObject message(Map<String, String> form, @Nullable String thread) {
        JsonObject message = new JsonObject();
        message.addProperty("type", "message");
        message.addProperty("user", BOT);
        message.addProperty("bot_id", "B0BOT");
        message.addProperty("channel", form.getOrDefault("channel", ""));
        message.addProperty("ts", "1790000000.%06d".formatted(time.getAndIncrement()));
        message.addProperty("thread_ts", thread);
        set(message, form);
        return message;
    }

    private static void set(JsonObject message, Map<String, String> form) {
        message.addProperty("text", form.get("text"));
        for (String name : List.of("blocks", "metadata")) {
            if (form.get(name) != null) {
                message.add(name, JsonParser.parseString(form.get(name)));
            }
        }
    }

    private synchronized JsonObject update(Map<String, String> form) {
        messages.stream()
                .filter(message -> message.get("ts").getAsString().equals(form.get("ts")))
                .forEach(message -> set(message, form));
        return yes("ts", form.getOrDefault("ts", ""));
    }

    private synchronized JsonObject startStream(Map<String, String> form) {
        JsonObject message = message(form, form.get("thread_ts"));
        message.addProperty("text", form.get("markdown_text"));
        message.addProperty("streaming_state", "in_progress");
        messages.add(message);
        return yes("ts", message.get("ts").getAsString());
    }

    private synchronized JsonObject replies(Map<String, String> form) {
        return list(form, message -> Objects.equals(text(message, "thread_ts"), form.get("ts")));
    }

    private synchronized JsonObject history(Map<String, String> form) {
        return list(form, message -> text(message, "thread_ts") == null);
    }

    private JsonObject list(Map<String, String> form, Predicate<JsonObject> wanted) {
        JsonObject result = yes();
        JsonArray found = new JsonArray();
        messages.stream()
                .filter(message ->
                        Objects.equals(text(message, "channel"), form.get("channel")) && wanted.test(message))
                .forEach(found::add);
        result.add("messages", found);
        return result;
    }

    private static @Nullable String text(JsonObject object, String name) {
        JsonElement value = object.get(name);
        return value == null || value.isJsonNull() ? null : value.getAsString();
    }

    private static JsonObject yes(String... fields) {
        JsonObject result = new JsonObject();
        result.addProperty("ok", true);
        for (int i = 0; i < fields.length; i += 2) {
            result.addProperty(fields[i], fields[i + 1]);
        }
        return result;
    }

    private static JsonObject no(@Nullable String error) {
        JsonObject result = new JsonObject();
        result.addProperty("ok", false);
        result.addProperty("error", error);
        return result;
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new HashMap<>();
        for (String pair : body.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                form.put(
                        URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return form;
    }

    List<SlackCall> calls(String method) {
        return calls.stream().filter(call -> call.method().equals(method)).toList();
    }

    /** The messages that stand in a thread, as Slack would show them. */
    List<SlackMessage> thread(String channel, String thread) {
        return messages.stream()
                .filter(message -> Objects.equals(text(message, "channel"), channel)
                        && Objects.equals(text(message, "thread_ts"), thread))
                .map(SlackMessage::new)
                .toList();
    }

    List<SlackMessage> messages() {
        return messages.stream().map(SlackMessage::new).toList();
    }

    /** Puts a message of Docent's there that was left half done. */
    void leave(JsonObject message) {
        messages.add(message);
    }

    /** The messages of a thread once there are so many. */
    List<SlackMessage> awaitThread(String channel, String thread, int count) {
        await(() -> thread(channel, thread).size() >= count);
        return thread(channel, thread);
    }

    /** What was sent to a response_url, once there is so much. */
    List<SlackCall> awaitResponses(int count) {
        await(() -> calls("response").size() >= count);
        return calls("response");
    }

    /** Waits until something is so; 30 s at most. */
    static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it did not come to be within 30 s");
            }
            sleep(Duration.ofMillis(20));
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
