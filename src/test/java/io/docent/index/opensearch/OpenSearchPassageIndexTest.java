package io.docent.index.opensearch;

import io.docent.index.PassageIndex;
import io.docent.index.PassageIndexContract;
import io.docent.index.TermAnalyzer;
import io.docent.measure.Stages;
import io.micronaut.context.ApplicationContext;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class OpenSearchPassageIndexTest extends PassageIndexContract {

    @RegisterExtension
    static final OpenSearchCluster CLUSTER = new OpenSearchCluster();

    private static ApplicationContext context;

    private OpenSearchPassageIndex index;

    OpenSearchPassageIndexTest() {}

    @BeforeAll
    static void start() {
        context = ApplicationContext.run(Map.of("datasources.default.enabled", "false", "flyway.enabled", "false"));
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @BeforeEach
    void open() {
        index = open("model-a");
    }

    @AfterEach
    void close() {
        index.close();
    }

    private static OpenSearchPassageIndex open(String model) {
        Cluster cluster = new Cluster(CLUSTER.settings());
        Indices indices = new Indices(cluster, "docent", 1, new Stamp(model, 384));
        return new OpenSearchPassageIndex(cluster, indices, context.getBean(TermAnalyzer.class), Stages.untold());
    }

    @Override
    protected PassageIndex index() {
        return index;
    }
}
