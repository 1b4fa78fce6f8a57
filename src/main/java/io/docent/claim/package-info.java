/**
 * Who does what, exactly once, in the database: of all processes and threads that would like to do something, one may;
 * and what a process left unfinished when it died, another or its next run takes up.
 */
@NullMarked
package io.docent.claim;

import org.jspecify.annotations.NullMarked;
