@NullMarked
package io.docent.ingest;

import org.jspecify.annotations.NullMarked;
