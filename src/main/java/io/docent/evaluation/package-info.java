/**
 * How good Docent is, measured: data sets, metrics, reports, and the training of the few weights it has.
 */
@NullMarked
package io.docent.evaluation;

import org.jspecify.annotations.NullMarked;
