/**
 * Who does what, exactly once, in the database: of all processes and threads that would like to do something, one may;
 * and what a process left unfinished when it died, another or its next run takes up. And who is at something just now
 * ({@link io.docent.claim.Leases}), and what all of them have to have alike ({@link io.docent.claim.Agreement}).
 */
@NullMarked
package io.docent.claim;

import org.jspecify.annotations.NullMarked;
