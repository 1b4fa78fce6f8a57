/**
 * Who asks, and what they may. One filter decides for every path.
 */
@NullMarked
package io.docent.access;

import org.jspecify.annotations.NullMarked;
