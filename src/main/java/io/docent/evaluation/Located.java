package io.docent.evaluation;

import io.docent.passage.Span;

/**
 * Where something stands in a document as it is stored.
 *
 * @param source name of the document
 * @param span in its stored text
 */
record Located(String source, Span span) {}
