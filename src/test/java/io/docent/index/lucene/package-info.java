@NullMarked
package io.docent.index.lucene;

import org.jspecify.annotations.NullMarked;
