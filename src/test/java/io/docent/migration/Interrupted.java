package io.docent.migration;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.docent.index.EmbeddedIndex;
import io.docent.index.PassageIndex;
import io.docent.model.NamedEmbeddingModel;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A copy that ends in the midst. */
public final class Interrupted {

    private Interrupted() {}

    /** Copies so many documents, an even number, two at a time. */
    public static void copying(Path data, Map<String, Object> settings, int documents) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("docent.data", data.toString());
        all.put("datasources.default.enabled", "false");
        try (ApplicationContext context = ApplicationContext.run(all, NamedEmbeddingModel.ENVIRONMENT)) {
            PassageIndex target = context.getBean(PassageIndex.class);
            IndexCopy copy = new IndexCopy(context.getBean(EmbeddedIndex.class), target, 2, 2);
            assertThatThrownBy(() -> copy.run((done, total, passages) -> {
                        if (done == documents) {
                            throw new IllegalStateException("interrupted");
                        }
                    }))
                    .hasMessage("interrupted");
        }
    }
}
