package io.docent.history;

import java.time.Instant;

/**
 * A conversation of one person.
 *
 * @param id unguessable
 * @param title its first question, shortened
 * @param updatedAt when the last question was asked
 * @param turns how many questions were asked
 */
public record Conversation(String id, String title, Instant updatedAt, int turns) {}
