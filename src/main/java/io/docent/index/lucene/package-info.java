/** Keeps the index in Lucene, in process: words, vectors and texts in one index and one commit. */
@NullMarked
package io.docent.index.lucene;

import org.jspecify.annotations.NullMarked;
