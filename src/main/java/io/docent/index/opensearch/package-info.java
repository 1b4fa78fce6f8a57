/** Keeps the index in a cluster of OpenSearch nodes. Texts are analysed and vectors quantised here, as for Lucene. */
@NullMarked
package io.docent.index.opensearch;

import org.jspecify.annotations.NullMarked;
