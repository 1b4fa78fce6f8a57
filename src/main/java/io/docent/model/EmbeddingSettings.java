package io.docent.model;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * Which model embeds passages and questions.
 *
 * @param model {@code all-minilm-l6-v2-q} (int8, fast) or {@code all-minilm-l6-v2} (fp32), both in process
 */
@ConfigurationProperties("docent.embedding")
public record EmbeddingSettings(
        @Bindable(defaultValue = "all-minilm-l6-v2-q") String model) {}
