package io.docent.chat;

import io.docent.answer.Explanation;
import io.docent.history.Turn;

/**
 * A turn that was just answered.
 *
 * @param turn as it is kept
 * @param explanation how the answer came about, which is not kept
 */
public record ChatTurn(Turn turn, Explanation explanation) {}
