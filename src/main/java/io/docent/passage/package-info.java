/**
 * From a document to passages: pieces of its text that are embedded, found and quoted.
 *
 * <p>{@link io.docent.passage.SentenceSplitter} finds sentences, {@link io.docent.passage.PassageSplitter} puts as many
 * of them into a passage as the embedding model reads well, never across a heading.
 */
@NullMarked
package io.docent.passage;

import org.jspecify.annotations.NullMarked;
