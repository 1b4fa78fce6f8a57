/**
 * Docent as a model of a server that speaks OpenAI's protocol
 * (https://platform.openai.com/docs/api-reference/chat): models and chat completions, whole and streamed. A conversation
 * is what its client sends; nothing of it is kept.
 */
@NullMarked
package io.docent.channel.openai;

import org.jspecify.annotations.NullMarked;
