/**
 * Measures how fast and how small Docent is, against langchain4j's own pipeline and against what the machine can do:
 * {@code mvn -Pbench verify}. See docs/performance.md.
 */
@NullMarked
package io.docent.bench;

import org.jspecify.annotations.NullMarked;
