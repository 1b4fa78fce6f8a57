/**
 * Documents and their passages, kept so that they are found by their words and by their meaning.
 *
 * <p>{@link io.docent.index.PassageIndex} is written by one ingester, or by one in each of several
 * processes where the engine is shared, and read by everybody through {@link io.docent.index.PassageSearch}, a view of one
 * moment. Adapters to engines stand in sub-packages.
 */
@NullMarked
package io.docent.index;

import org.jspecify.annotations.NullMarked;
