@NullMarked
package io.docent.index.opensearch;

import org.jspecify.annotations.NullMarked;
