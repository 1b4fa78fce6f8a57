package io.docent.index;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.Set;

/**
 * Where documents and passages are kept.
 *
 * @param store {@code lucene}, in the data folder, or {@code opensearch}, in a cluster
 */
@ConfigurationProperties("docent.index")
public record IndexSettings(
        @Bindable(defaultValue = "lucene") String store) {

    public IndexSettings {
        if (!Set.of("lucene", "opensearch").contains(store)) {
            throw new ConfigurationException("docent.index.store is '" + store + "'; allowed is lucene or opensearch");
        }
    }
}
