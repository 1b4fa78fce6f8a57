/**
 * The models, as beans of langchain4j's own interfaces, and their settings.
 *
 * <p>The embedding model that comes with Docent runs in process and also gives the vectors of single tokens, which
 * langchain4j's interface does not know: {@link io.docent.model.TokenEmbeddingModel} adds that one thing.
 */
@NullMarked
package io.docent.model;

import org.jspecify.annotations.NullMarked;
