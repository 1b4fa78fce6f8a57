package io.docent.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.methods.MethodsClient;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/**
 * The manifest asks Slack for what the code uses and for nothing else. Which scopes a method or an event needs is
 * Slack's: https://docs.slack.dev/reference/methods and https://docs.slack.dev/reference/events.
 */
class ManifestTest {

    private static final Path CODE = Path.of("src/main/java/io/docent/channel/slack");

    private static final Map<String, Set<String>> SCOPES_OF_METHODS = Map.ofEntries(
            Map.entry("authTest", Set.of()),
            Map.entry("chatPostMessage", Set.of("chat:write")),
            Map.entry("chatUpdate", Set.of("chat:write")),
            Map.entry("chatStartStream", Set.of("chat:write")),
            Map.entry("chatAppendStream", Set.of("chat:write")),
            Map.entry("chatStopStream", Set.of("chat:write")),
            Map.entry("reactionsAdd", Set.of("reactions:write")),
            Map.entry("reactionsRemove", Set.of("reactions:write")),
            Map.entry("assistantThreadsSetStatus", Set.of("assistant:write")),
            Map.entry("assistantThreadsSetTitle", Set.of("assistant:write")),
            Map.entry("assistantThreadsSetSuggestedPrompts", Set.of("assistant:write")),
            Map.entry(
                    "conversationsReplies", Set.of("channels:history", "groups:history", "im:history", "mpim:history")),
            Map.entry(
                    "conversationsHistory",
                    Set.of("channels:history", "groups:history", "im:history", "mpim:history")));

    private static final Map<String, String> SCOPES_OF_EVENTS = Map.of(
            "app_mention", "app_mentions:read",
            "assistant_thread_started", "assistant:write",
            "message.channels", "channels:history",
            "message.groups", "groups:history",
            "message.im", "im:history",
            "message.mpim", "mpim:history");

    private final Map<String, Object> manifest;

    ManifestTest() throws IOException {
        manifest = new Yaml().load(Files.readString(Path.of("docs/slack-manifest.yaml")));
    }

    @Test
    void asksForTheScopesThatAreUsedAndNoOther() throws IOException {
        Set<String> used = new TreeSet<>(Set.of("commands"));
        methodsOfTheWebApi().forEach(method -> {
            assertThat(SCOPES_OF_METHODS).as("scopes of " + method).containsKey(method);
            used.addAll(SCOPES_OF_METHODS.get(method));
        });
        events().forEach(event -> {
            assertThat(SCOPES_OF_EVENTS).containsKey(event);
            used.add(SCOPES_OF_EVENTS.get(event));
        });

        assertThat(new TreeSet<>(list("oauth_config", "scopes", "bot"))).isEqualTo(used);
        assertThat(methodsOfTheWebApi()).isEqualTo(new TreeSet<>(SCOPES_OF_METHODS.keySet()));
    }

    private static Set<String> methodsOfTheWebApi() throws IOException {
        Set<String> all = Arrays.stream(MethodsClient.class.getMethods())
                .map(Method::getName)
                .collect(Collectors.toSet());
        String code = code();
        return all.stream()
                .filter(method -> code.contains("slack." + method + "("))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String code() throws IOException {
        try (Stream<Path> files = Files.list(CODE)) {
            StringBuilder code = new StringBuilder();
            for (Path file : files.toList()) {
                code.append(Files.readString(file));
            }
            return code.toString();
        }
    }

    @Test
    void subscribesToTheEventsThatAreRead() throws IOException {
        String events = Files.readString(CODE.resolve("Events.java"));

        Set<String> read = events().stream()
                .map(event -> event.replaceFirst("\\..*", ""))
                .collect(Collectors.toCollection(TreeSet::new));

        Set<String> cases = new TreeSet<>();
        Matcher matcher = Pattern.compile("case \"([a-z_]+)\" ->").matcher(events);
        while (matcher.find()) {
            cases.add(matcher.group(1));
        }
        assertThat(read).isEqualTo(cases);
    }

    private List<String> events() {
        return list("settings", "event_subscriptions", "bot_events");
    }

    @Test
    void namesTheAddressesThatTheServiceHas() {
        Set<String> addresses = Set.of(
                text("settings", "event_subscriptions", "request_url"),
                text("settings", "interactivity", "request_url"),
                String.valueOf(command().get("url")));

        assertThat(addresses)
                .containsExactlyInAnyOrder(
                        "https://docent.example.org/slack/events",
                        "https://docent.example.org/slack/interactions",
                        "https://docent.example.org/slack/commands");
        assertThat(command().get("command")).isEqualTo("/ask");
    }

    @Test
    void isWithinSlacksLimits() {
        assertThat(text("display_information", "name")).hasSizeBetween(1, 35);
        assertThat(text("display_information", "description")).hasSizeBetween(1, 140);
        assertThat(String.valueOf(command().get("description"))).hasSizeBetween(1, 2_000);
        assertThat(manifest.keySet())
                .containsExactlyInAnyOrder("_metadata", "display_information", "features", "oauth_config", "settings");
    }

    private Map<?, ?> command() {
        return (Map<?, ?>) ((List<?>) at("features", "slash_commands")).getFirst();
    }

    private Object at(String... path) {
        Object value = manifest;
        for (String name : path) {
            value = Objects.requireNonNull(((Map<?, ?>) value).get(name), name);
        }
        return value;
    }

    private String text(String... path) {
        return at(path).toString();
    }

    private List<String> list(String... path) {
        return ((List<?>) at(path)).stream().map(Object::toString).toList();
    }
}
