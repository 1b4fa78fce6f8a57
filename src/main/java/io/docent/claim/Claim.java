package io.docent.claim;

import java.time.Instant;

/**
 * Something that is to be done and that this process alone may do.
 *
 * @param name of what is claimed, 1 to 200 characters
 * @param work what there is to do, in the words of whoever claimed it
 * @param claimedAt when it was first claimed
 */
public record Claim(String name, String work, Instant claimedAt) {}
