package io.docent;

import static org.assertj.core.api.Assertions.assertThat;

import io.docent.model.StubModelServer.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** Holds metrics, their documentation, the dashboard and the alerts together. */
class MonitoringTest {

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `([a-z0-9_]+)` \\| (counter|gauge|histogram|summary) \\| .+ \\|$");

    /** A name in an expression, which no parenthesis or label follows directly as of a function or in braces. */
    private static final Pattern NAME =
            Pattern.compile("\\b((?:docent|jvm|http|process|system|hikaricp|jdbc|logback|disk)_[a-z0-9_]+)\\b");

    @TempDir
    static Path root;

    private static MonitoredService service;
    private static Map<String, Set<String>> labelsAtFirst;
    private static Set<String> samplesAtFirst;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        service = new MonitoredService(root, Map.of());
        service.api().ask("Hello!");
        labelsAtFirst = own(service.labels());
        samplesAtFirst = service.samples();
        service.use("aardvark");
        service.model().behave(prompt -> Reply.error(500, "broken"));
        service.api().ask("How many people work in Munich?");
        service.model().says("Kestrel Instruments was founded by Maria Oduya in 1987 [1].");
        // What a collector of garbage does is told once it has done it.
        System.gc();
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!service.families().containsKey("jvm_gc_pause_seconds") && System.nanoTime() < end) {
            Thread.sleep(50);
        }
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void everyMeterIsDocumentedWithItsTypeAndNoOther() throws IOException {
        Map<String, String> documented = new TreeMap<>();
        for (Matcher row = ROW.matcher(Files.readString(Path.of("docs/monitoring.md"))); row.find(); ) {
            documented.put(Objects.requireNonNull(row.group(1)), Objects.requireNonNull(row.group(2)));
        }

        assertThat(service.families()).hasSizeGreaterThan(40).isEqualTo(documented);
    }

    @Test
    void namesAreAsPrometheusWantsThem() {
        service.families().forEach((name, type) -> {
            assertThat(name).matches("[a-z][a-z0-9_]*");
            assertThat(name.endsWith("_total")).as(name).isEqualTo(type.equals("counter"));
        });
        assertThat(service.scrape().lines().filter(line -> line.startsWith("# HELP docent_")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.split(" ", 4)).hasSize(4));
    }

    @Test
    void countsWhatCameOfQuestions() {
        String scrape = service.scrape();

        assertThat(scrape)
                .contains("docent_questions_total{channel=\"http\",outcome=\"not_found\"}")
                .contains("docent_questions_total{channel=\"http\",outcome=\"small_talk\"}")
                .contains("docent_questions_total{channel=\"http\",outcome=\"refused\"}")
                .contains("docent_llm_answers_total{outcome=\"written\"}")
                .contains("docent_llm_answers_total{outcome=\"failed\"}")
                .contains("docent_answer_cache_requests_total{result=\"hit\"}")
                .contains("docent_ingestion_documents_total{outcome=\"unreadable\"}");
        assertThat(scrape).containsPattern("\\ndocent_documents [5-9]\\.0\\n");
        for (String stage : List.of("embed", "words", "meaning", "rank", "quote", "write", "check", "record")) {
            assertThat(scrape).containsPattern("docent_stage_duration_seconds_count\\{stage=\"" + stage + "\"} [1-9]");
        }
        assertThat(scrape).containsPattern("docent_slack_acknowledgement_duration_seconds_count [1-9]");
    }

    @Test
    void whatIsCountedStandsAtZeroBeforeItHappens() {
        assertThat(own(service.labels())).isEqualTo(labelsAtFirst);
        assertThat(samplesAtFirst)
                .containsAll(service.samples().stream()
                        .filter(name -> name.startsWith("docent_"))
                        .toList());
    }

    @Test
    void everyPackageByWhichQuestionsComeIsAChannel() throws IOException {
        try (Stream<Path> packages = Files.list(Path.of("src/main/java/io/docent/channel"))) {
            assertThat(packages.filter(Files::isDirectory)
                            .map(channel -> channel.getFileName().toString())
                            .filter(name -> !name.equals("openapi")))
                    .containsExactlyInAnyOrderElementsOf(
                            Objects.requireNonNull(labelsAtFirst.get("docent_questions_total.channel")));
        }
    }

    private static Map<String, Set<String>> own(Map<String, Set<String>> labels) {
        Map<String, Set<String>> own = new TreeMap<>(labels);
        own.keySet().removeIf(label -> !label.startsWith("docent_"));
        return own;
    }

    @Test
    void noLabelHasMoreValuesWhateverIsAsked() {
        Map<String, Set<String>> before = service.labels();

        for (String word : List.of("bison", "camel", "dingo", "eland")) {
            service.use(word);
        }

        Map<String, Set<String>> after = service.labels();
        assertThat(after).isEqualTo(before);
        assertThat(after.values().stream().flatMap(Set::stream))
                .noneMatch(value -> value.contains("aardvark") || value.contains("bison"));
    }

    @Test
    void theDashboardShowsMetricsThatExist() throws IOException {
        Json dashboard = Json.parsed(Files.readString(Path.of("docs/grafana-dashboard.json")));
        List<String> expressions = new ArrayList<>();
        for (Json panel : dashboard.get("panels").items()) {
            if (panel.names().contains("targets")) {
                panel.get("targets")
                        .items()
                        .forEach(target -> expressions.add(target.get("expr").text()));
            }
        }

        assertThat(expressions).hasSizeGreaterThan(10);
        exist(expressions);
    }

    @Test
    @SuppressWarnings("unchecked") // YAML has no types
    void theAlertsAreOnMetricsThatExistAndSayWhatToDo() throws IOException {
        Map<String, List<Map<String, Object>>> file = new Yaml().load(Files.readString(Path.of("docs/alerts.yaml")));
        List<Map<String, Object>> rules = (List<Map<String, Object>>) Objects.requireNonNull(
                Objects.requireNonNull(file.get("groups")).getFirst().get("rules"));

        assertThat(rules).hasSize(5).allSatisfy(rule -> {
            assertThat(rule).containsKeys("alert", "expr", "for", "labels", "annotations");
            assertThat((Map<String, String>) rule.get("annotations")).containsKeys("summary", "description");
        });
        exist(rules.stream().map(rule -> String.valueOf(rule.get("expr"))).toList());
    }

    private static void exist(List<String> expressions) {
        Set<String> samples = service.samples();
        for (String expression : expressions) {
            Set<String> used = new TreeSet<>();
            for (Matcher name = NAME.matcher(expression); name.find(); ) {
                used.add(Objects.requireNonNull(name.group(1)));
            }
            assertThat(used).as(expression).isNotEmpty();
            assertThat(samples).as(expression).containsAll(used);
        }
    }
}
