package io.docent.index.lucene;

import dev.langchain4j.model.embedding.EmbeddingModel;
import io.docent.data.DataFolder;
import io.docent.index.IndexSettings;
import io.docent.index.TermAnalyzer;
import io.docent.measure.Stages;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/** Makes the index unless {@code docent.index.store} says another; what it says of none stops the start here. */
@Factory
final class LuceneIndexes {

    @Singleton
    @Bean(preDestroy = "close")
    @Requires(property = "docent.index.store", notEquals = "opensearch")
    LucenePassageIndex index(
            IndexSettings settings, DataFolder data, EmbeddingModel model, TermAnalyzer analyzer, Stages stages) {
        return new LucenePassageIndex(
                new IndexFolders(data.path(), model.modelName(), model.dimension()), analyzer, stages);
    }

    /** Whatever the settings say of where the index is. */
    @Singleton
    @Bean(preDestroy = "close")
    LuceneEmbeddedIndex embedded(DataFolder data, EmbeddingModel model, Stages stages) {
        return new LuceneEmbeddedIndex(new IndexFolders(data.path(), model.modelName(), model.dimension()), stages);
    }
}
