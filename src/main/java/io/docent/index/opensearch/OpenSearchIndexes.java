package io.docent.index.opensearch;

import dev.langchain4j.model.embedding.EmbeddingModel;
import io.docent.index.IndexPlace;
import io.docent.index.TermAnalyzer;
import io.docent.measure.Stages;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.exceptions.ConfigurationException;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Makes the index where {@code docent.index.store} says so. */
@Factory
@Requires(property = "docent.index.store", value = "opensearch")
final class OpenSearchIndexes {

    /** What was replaced is kept that long. */
    private static final Duration LONGEST_SEARCH = Duration.ofMinutes(2);

    @Singleton
    @Bean(preDestroy = "close")
    OpenSearchPassageIndex index(
            OpenSearchSettings settings, EmbeddingModel model, TermAnalyzer analyzer, Stages stages) {
        Cluster cluster = cluster(settings);
        try {
            return new OpenSearchPassageIndex(
                    cluster, indices(cluster, settings, model), analyzer, LONGEST_SEARCH, stages);
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    @Singleton
    IndexPlace place(OpenSearchSettings settings, EmbeddingModel model) {
        return () -> {
            try (Cluster cluster = cluster(settings)) {
                return indices(cluster, settings, model).obstacle();
            }
        };
    }

    private static Cluster cluster(OpenSearchSettings settings) {
        if (settings.hosts().isEmpty()) {
            throw new ConfigurationException("docent.opensearch.hosts is not set; with docent.index.store 'opensearch'"
                    + " it has to list addresses of the cluster's nodes, as in https://search-1.example.org:9200");
        }
        return new Cluster(settings);
    }

    private static Indices indices(Cluster cluster, OpenSearchSettings settings, EmbeddingModel model) {
        Stamp stamp = new Stamp(model.modelName(), model.dimension());
        return new Indices(cluster, settings.index(), settings.shards(), stamp);
    }
}
