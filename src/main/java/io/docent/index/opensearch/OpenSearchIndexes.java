package io.docent.index.opensearch;

import dev.langchain4j.model.embedding.EmbeddingModel;
import io.docent.claim.Agreement;
import io.docent.index.IndexPlace;
import io.docent.index.TermAnalyzer;
import io.docent.measure.Stages;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.exceptions.ConfigurationException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Makes the index where {@code docent.index.store} says so. */
@Factory
@Requires(property = "docent.index.store", value = "opensearch")
final class OpenSearchIndexes {

    /** What was replaced is kept that long. */
    private static final Duration LONGEST_SEARCH = Duration.ofMinutes(2);

    /** What a writer left that is not heard of for that long is given up. */
    private static final Duration LEASE = Duration.ofMinutes(10);

    @Singleton
    @Bean(preDestroy = "close")
    OpenSearchPassageIndex index(
            OpenSearchSettings settings,
            EmbeddingModel model,
            TermAnalyzer analyzer,
            Stages stages,
            Optional<Agreement> agreement) {
        Stamp stamp = stamp(model);
        Cluster cluster = cluster(settings);
        try {
            // Where there is no database, as where an index is only moved, there is nobody to agree with.
            agreement.ifPresent(others -> others.join(Map.of(
                    "docent.opensearch.index", settings.index(),
                    "the embedding model", stamp.model(),
                    "the format of the index", Integer.toString(Stamp.FORMAT))));
            return new OpenSearchPassageIndex(
                    cluster, indices(cluster, settings, stamp), analyzer, LONGEST_SEARCH, LEASE, stages);
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    @Singleton
    IndexPlace place(OpenSearchSettings settings, EmbeddingModel model) {
        return () -> {
            try (Cluster cluster = cluster(settings)) {
                return indices(cluster, settings, stamp(model)).obstacle();
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

    private static Stamp stamp(EmbeddingModel model) {
        return new Stamp(model.modelName(), model.dimension());
    }

    private static Indices indices(Cluster cluster, OpenSearchSettings settings, Stamp stamp) {
        return new Indices(cluster, settings.index(), settings.shards(), stamp);
    }
}
