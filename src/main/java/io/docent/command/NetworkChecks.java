package io.docent.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.env.Environment;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What is elsewhere. Nothing is asked that no setting names. */
final class NetworkChecks {

    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private static final int SECONDS_FOR_DATABASE = 5;

    /** Where each provider is, without a setting. */
    private static final Map<String, String> PROVIDERS = Map.of(
            "openai", "https://api.openai.com/v1",
            "ollama", "http://localhost:11434",
            "anthropic", "https://api.anthropic.com/v1");

    private NetworkChecks() {}

    private static String setting(Environment settings, String name) {
        return settings.getProperty(name, String.class).orElse("").strip();
    }

    static Finding database(Environment settings) {
        String url = setting(settings, "datasources.default.url");
        if (!url.startsWith("jdbc:postgresql:")) {
            return Finding.good("Database", "H2, in the data folder");
        }
        DriverManager.setLoginTimeout(SECONDS_FOR_DATABASE);
        try (Connection connection = DriverManager.getConnection(
                url,
                setting(settings, "datasources.default.username"),
                setting(settings, "datasources.default.password"))) {
            return Finding.good(
                    "Database",
                    connection.getMetaData().getDatabaseProductName() + " "
                            + connection.getMetaData().getDatabaseProductVersion());
        } catch (SQLException e) {
            return Finding.bad(
                    "Database",
                    "cannot be reached: " + e.getMessage(),
                    "look at DATASOURCES_DEFAULT_URL, _USERNAME and _PASSWORD, and whether the server runs");
        }
    }

    static Finding model(Environment settings) {
        String provider = setting(settings, "docent.llm.provider").toLowerCase(Locale.ROOT);
        if (provider.isEmpty() || provider.equals("none")) {
            return Finding.good("Language model", "none: answers are quoted");
        }
        String base = PROVIDERS.get(provider);
        String name = setting(settings, "docent.llm.model");
        if (base == null) {
            return Finding.bad(
                    "Language model",
                    "docent.llm.provider is '" + provider + "'",
                    "set it to none, openai, ollama or anthropic");
        }
        if (name.isEmpty()) {
            return Finding.bad("Language model", "docent.llm.model is not set", "set it to the model's name");
        }
        String set = setting(settings, "docent.llm.base-url");
        return asked(
                provider,
                set.isEmpty() ? base : set.replaceFirst("/+$", ""),
                name,
                setting(settings, "docent.llm.api-key"));
    }

    /** The list of models costs nothing, and tells whether server, key and name are right. */
    private static Finding asked(String provider, String base, String name, String key) {
        String what = "Language model";
        try {
            HttpRequest.Builder request = request(base + (provider.equals("ollama") ? "/api/tags" : "/models"));
            if (provider.equals("anthropic")) {
                request.header("x-api-key", key).header("anthropic-version", "2023-06-01");
            } else if (!key.isEmpty()) {
                request.header("Authorization", "Bearer " + key);
            }
            HttpResponse<String> response = send(request.GET().build());
            return switch (response.statusCode()) {
                case 200 ->
                    response.body().contains("\"" + name)
                            ? Finding.good(what, provider + "/" + name + " at " + base)
                            : Finding.poor(
                                    what,
                                    base + " does not list a model " + name,
                                    provider.equals("ollama")
                                            ? "ollama pull " + name
                                            : "look at docent.llm.model; some servers do not list all they have");
                case 401, 403 ->
                    Finding.bad(
                            what, base + " does not accept the key", "look at docent.llm.api-key (DOCENT_LLM_API_KEY)");
                case 404, 405 ->
                    Finding.poor(
                            what,
                            base + " answers, but lists no models",
                            "ask a question to see whether it works; docent.llm.base-url may lack its /v1");
                default ->
                    Finding.bad(
                            what,
                            base + " answers with status " + response.statusCode(),
                            "look at the log of that server");
            };
        } catch (IOException | IllegalArgumentException e) {
            return Finding.bad(
                    what,
                    base + " cannot be reached",
                    "start it, or set docent.llm.base-url (DOCENT_LLM_BASE_URL); until then answers are quoted");
        }
    }

    static Finding slack(Environment settings) {
        String secret = setting(settings, "docent.slack.signing-secret");
        String bot = setting(settings, "docent.slack.bot-token");
        if (secret.isEmpty() && bot.isEmpty()) {
            return Finding.good("Slack", "off");
        }
        if (secret.isEmpty() || bot.isEmpty()) {
            return Finding.bad(
                    "Slack",
                    (secret.isEmpty() ? "docent.slack.signing-secret" : "docent.slack.bot-token") + " is not set",
                    "set both, or neither; docs/slack.md says where they are");
        }
        String api = Optional.of(setting(settings, "docent.slack.api-url"))
                .filter(url -> !url.isEmpty())
                .orElse("https://slack.com/api/");
        try {
            HttpResponse<String> response = send(request(api.replaceFirst("/*$", "/") + "auth.test")
                    .header("Authorization", "Bearer " + bot)
                    .POST(BodyPublishers.noBody())
                    .build());
            JsonNode said = new ObjectMapper().readTree(response.body());
            return said.path("ok").asBoolean()
                    ? Finding.good(
                            "Slack",
                            "in " + said.path("team").asText() + " as "
                                    + said.path("user").asText())
                    : Finding.bad(
                            "Slack",
                            "does not accept the token: " + said.path("error").asText(),
                            "look at docent.slack.bot-token (DOCENT_SLACK_BOT_TOKEN)");
        } catch (IOException | IllegalArgumentException e) {
            return Finding.bad("Slack", api + " cannot be reached", "look whether this machine may go there");
        }
    }

    static Finding publicUrl(Environment settings) {
        String url = setting(settings, "docent.public-url").replaceFirst("/+$", "");
        if (url.isEmpty()) {
            return setting(settings, "docent.slack.bot-token").isEmpty()
                    ? Finding.good("Public address", "none: for this machine alone")
                    : Finding.poor(
                            "Public address",
                            "none: answers in Slack have no links",
                            "set docent.public-url (DOCENT_PUBLIC_URL)");
        }
        return isDocent(url)
                ? Finding.good("Public address", url)
                : Finding.poor(
                        "Public address",
                        "Docent does not answer at " + url,
                        "start it, and look at the proxy before it; from here the address may not be reachable at all");
    }

    /** Whether a Docent answers there. */
    static boolean isDocent(String address) {
        try {
            HttpResponse<String> response =
                    send(request(address + "/api/session").GET().build());
            return response.statusCode() == 200 && response.body().contains("\"tokenNeeded\"");
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    private static HttpRequest.Builder request(String url) {
        return HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE);
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            return client.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while waiting", e);
        }
    }
}
