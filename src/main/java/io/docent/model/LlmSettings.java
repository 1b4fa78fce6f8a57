package io.docent.model;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which language model writes answers, and how it is asked.
 *
 * @param provider {@code none}, {@code openai} (any server that speaks its protocol), {@code ollama} or
 *     {@code anthropic}
 * @param baseUrl where its server is; the provider's own where it is null
 * @param model its name at the provider; needed with a provider
 * @param apiKey sent to the provider, and never shown; null for servers that need none
 * @param temperature 0 to 2
 * @param maxTokens of an answer, 16 or more
 * @param passageTokens of the passages in a prompt, counted for the model, 200 or more
 * @param timeout the longest wait for a piece of an answer
 * @param timeLimit the longest that a whole answer may take, {@code timeout} or more
 * @param concurrency answers written at once, 1 to 1,000; more wait
 * @param retries of a request that failed for a passing reason, 0 to 10
 */
@ConfigurationProperties("docent.llm")
public record LlmSettings(
        @Bindable(defaultValue = "none") String provider,
        @Nullable String baseUrl,
        @Nullable String model,
        @Nullable String apiKey,
        @Bindable(defaultValue = "0.1") double temperature,
        @Bindable(defaultValue = "1024") int maxTokens,
        @Bindable(defaultValue = "3000") int passageTokens,
        @Bindable(defaultValue = "60s") Duration timeout,
        @Bindable(defaultValue = "3m") Duration timeLimit,
        @Bindable(defaultValue = "4") int concurrency,
        @Bindable(defaultValue = "2") int retries) {

    private static final int FEWEST_TOKENS = 16;
    private static final int FEWEST_PASSAGE_TOKENS = 200;

    public LlmSettings {
        baseUrl = baseUrl == null || baseUrl.isBlank() ? null : baseUrl.strip().replaceAll("/+$", "");
        model = model == null || model.isBlank() ? null : model.strip();
        apiKey = apiKey == null || apiKey.isBlank() ? null : apiKey.strip();
        LlmProvider known = LlmProvider.named(provider);
        if (known != LlmProvider.NONE && model == null) {
            throw new ConfigurationException("docent.llm.model is not set; with docent.llm.provider '" + provider
                    + "' it has to be a name of a model that the provider has");
        }
        if (known == LlmProvider.ANTHROPIC && apiKey == null) {
            throw new ConfigurationException(
                    "docent.llm.api-key is not set; docent.llm.provider 'anthropic' needs a key");
        }
        if (baseUrl != null && !isAddress(baseUrl)) {
            throw new ConfigurationException("docent.llm.base-url is '" + baseUrl
                    + "'; allowed is an http or https address without a name or password in it, as in"
                    + " http://localhost:11434/v1");
        }
        within("temperature", temperature, 0, 2);
        within("max-tokens", maxTokens, FEWEST_TOKENS, 1_000_000);
        within("passage-tokens", passageTokens, FEWEST_PASSAGE_TOKENS, 1_000_000);
        within("concurrency", concurrency, 1, 1_000);
        within("retries", retries, 0, 10);
        if (!timeout.isPositive()) {
            throw new ConfigurationException("docent.llm.timeout is '" + timeout + "'; allowed is more than 0s");
        }
        if (timeLimit.compareTo(timeout) < 0) {
            throw new ConfigurationException("docent.llm.time-limit is '" + timeLimit
                    + "'; allowed is docent.llm.timeout, " + timeout + ", or more");
        }
    }

    private static void within(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new ConfigurationException(String.format(
                    Locale.ROOT,
                    "docent.llm.%s is '%s'; allowed is %s to %s",
                    name,
                    plain(value),
                    plain(least),
                    plain(most)));
        }
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : String.valueOf(value);
    }

    private static boolean isAddress(String text) {
        try {
            URI address = new URI(text);
            return ("http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme()))
                    && address.getHost() != null
                    && address.getUserInfo() == null
                    && address.getQuery() == null
                    && address.getFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Whether a language model writes answers. */
    public boolean isOn() {
        return kind() != LlmProvider.NONE;
    }

    LlmProvider kind() {
        return LlmProvider.named(provider);
    }

    /** The model as answers name it: {@code openai/gpt-4o-mini}. */
    public String label() {
        return kind().setting() + "/" + model;
    }

    /** The address of the provider's server. */
    public String address() {
        String set = baseUrl;
        return set == null ? kind().address() : set;
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "LlmSettings[provider=" + provider + ", baseUrl=" + baseUrl + ", model=" + model + ", apiKey="
                + (apiKey == null ? "none" : "set") + "]";
    }

    /** Who speaks which protocol. */
    enum LlmProvider {
        NONE(""),
        OPENAI("https://api.openai.com/v1"),
        OLLAMA("http://localhost:11434"),
        ANTHROPIC("https://api.anthropic.com/v1");

        private final String address;

        LlmProvider(String address) {
            this.address = address;
        }

        String address() {
            return address;
        }

        String setting() {
            return name().toLowerCase(Locale.ROOT);
        }

        static LlmProvider named(String setting) {
            return Arrays.stream(values())
                    .filter(one -> one.setting().equals(setting.strip().toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> new ConfigurationException("docent.llm.provider is '" + setting
                            + "'; allowed is "
                            + Arrays.stream(values()).map(LlmProvider::setting).collect(Collectors.joining(", "))));
        }
    }
}
