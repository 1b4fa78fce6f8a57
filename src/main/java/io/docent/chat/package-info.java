/**
 * One turn of a conversation: what the question lacks from the turns before it, the answer, and its record. Every
 * channel calls {@link io.docent.chat.Chat}.
 */
@NullMarked
package io.docent.chat;

import org.jspecify.annotations.NullMarked;
