package io.docent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person sees who made a mistake in the settings. */
class SettingsTest {

    @TempDir
    private Path place;

    SettingsTest() {}

    @ParameterizedTest
    @CsvSource({
        "DOCENT_INGEST_FOLDER, /nowhere, docent.ingest.folder is '/nowhere'",
        "DOCENT_INGEST_INCLUDE, '[a', docent.ingest.include has '[a'",
        "DOCENT_INGEST_RESCAN, often, docent.ingest.rescan is 'often'; allowed is a duration",
        "DOCENT_INGEST_MAXIMUM_FILE_SIZE, big, docent.ingest.maximum-file-size is 'big'; allowed is",
        "DOCENT_DOCUMENTS_MAX_CHARACTERS, 1e9x, docent.documents.max-characters is '1e9x'; allowed is a whole number",
        "DOCENT_INDEX_STORE, solr, docent.index.store is 'solr'; allowed is lucene or opensearch",
        "DOCENT_INDEX_STORE, opensearch, docent.opensearch.hosts is not set",
        "DOCENT_OPENSEARCH_HOSTS, 'localhost:9200', docent.opensearch.hosts has 'localhost:9200'; allowed are",
        "MICRONAUT_CONFIG_FILES, src/test/resources/io/docent/opensearch-away.yml,"
                + " OpenSearch at http://127.0.0.1:1 does not answer",
        "DOCENT_EMBEDDING_MODEL, gpt, docent.embedding.model is 'gpt'",
        "DOCENT_SLACK_BOT_TOKEN, xoxb-1, docent.slack.signing-secret is not set",
        "DOCENT_SLACK_CHANNELS, '#general', docent.slack.channels has '#general'; allowed are",
        "DOCENT_SLACK_TIMEOUT, soon, docent.slack.timeout is 'soon'; allowed is a duration",
        "DOCENT_WEBHOOK_TOKENS, 'abcdefghijklmnop,secret', docent.webhook.tokens: token 2 is 6 characters long; allowed",
        "DOCENT_LLM_PROVIDER, gpt, docent.llm.provider is 'gpt'; allowed is none",
        "DOCENT_LLM_PROVIDER, openai, docent.llm.model is not set",
        "DOCENT_LLM_BASE_URL, localhost:11434, docent.llm.base-url is 'localhost:11434'; allowed is",
        "DOCENT_LLM_TEMPERATURE, 3, docent.llm.temperature is '3'; allowed is 0 to 2",
        "DOCENT_ANSWER_PROMPTS, /nowhere, docent.answer.prompts is '/nowhere'",
        "DOCENT_TRACING_ENDPOINT, collector:4318, docent.tracing.endpoint is 'collector:4318'; allowed is",
        "DOCENT_TRACING_SHARE, 2, docent.tracing.share is '2.0'; allowed is",
        "DOCENT_LOG_FORMAT, xml, docent.log.format is 'xml'; allowed are text and json",
        "MICRONAUT_SERVER_PORT, 99999, micronaut.server.port is '99999'; allowed is a whole number from 0",
        "MICRONAUT_SERVER_PORT, http, micronaut.server.port is 'http'; allowed is a whole number from 0",
        "DOCENT_DATA, /proc/x, docent.data is '/proc/x'",
    })
    void aWrongSettingStopsTheStartWithOneLine(String variable, String value, String told)
            throws IOException, InterruptedException {
        Path log = place.resolve("log");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1", // it lives for three seconds
                "-cp",
                System.getProperty("java.class.path"),
                Application.class.getName());
        builder.environment().put("MICRONAUT_SERVER_PORT", "-1");
        builder.environment().put("DOCENT_DATA", place.resolve("data").toString());
        builder.environment().put("DOCENT_INGEST_FOLDER", place.toString());
        builder.environment().put(variable, value);

        Process process =
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();

        try {
            assertThat(process.waitFor(90, TimeUnit.SECONDS)).as("it has ended").isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(Files.readString(log, StandardCharsets.UTF_8).lines().filter(line -> line.contains("ERROR")))
                .singleElement()
                .asString()
                .contains("Docent cannot start: ")
                .contains(told);
        assertThat(Files.readString(log, StandardCharsets.UTF_8)).doesNotContain("\tat ");
    }
}
