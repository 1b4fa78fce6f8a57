/**
 * How long the steps of an answer take: in the metrics always, and as spans of a trace where tracing is on.
 */
@NullMarked
package io.docent.measure;

import org.jspecify.annotations.NullMarked;
