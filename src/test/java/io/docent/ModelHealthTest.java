package io.docent;

import static org.assertj.core.api.Assertions.assertThat;

import io.docent.HttpApi.Response;
import io.docent.model.StubModelServer.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A language model that fails makes answers poorer, and nothing else. */
class ModelHealthTest {

    @Test
    void aFailingModelDegradesTheServiceAndLeavesItReady(@TempDir Path root) throws IOException {
        try (MonitoredService service = new MonitoredService(root, Map.of("docent.answer.cache", "0s"))) {
            service.model().behave(prompt -> Reply.error(401, "no such key"));

            Json answer = service.api().ask("How many people work in Berlin?");

            assertThat(answer.get("model").text()).isEqualTo("extractive");
            Response health = service.api().get("/health");
            assertThat(health.json(200).get("status").text()).isEqualTo("DEGRADED");
            assertThat(service.api()
                            .get("/health/readiness")
                            .json(200)
                            .get("status")
                            .text())
                    .isEqualTo("DEGRADED");
            assertThat(service.api()
                            .get("/health/liveness")
                            .json(200)
                            .get("status")
                            .text())
                    .isEqualTo("UP");
            assertThat(service.scrape()).contains("docent_llm_available 0.0");
        }
    }
}
