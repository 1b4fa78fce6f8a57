package io.docent.index.lucene;

import dev.langchain4j.model.embedding.EmbeddingModel;
import io.docent.data.DataFolder;
import io.docent.index.TermAnalyzer;
import io.docent.measure.Stages;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/** Makes the index where {@code docent.index.store} says so, and by default. */
@Factory
final class LuceneIndexes {

    @Singleton
    @Bean(preDestroy = "close")
    @Requires(property = "docent.index.store", value = "lucene", defaultValue = "lucene")
    LucenePassageIndex index(DataFolder data, EmbeddingModel model, TermAnalyzer analyzer, Stages stages) {
        return new LucenePassageIndex(
                new IndexFolders(data.path(), model.modelName(), model.dimension()), analyzer, stages);
    }
}
