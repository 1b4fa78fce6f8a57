/**
 * From the passages found for a question to an answer with citations, or to the answer that there is none.
 *
 * <p>{@link io.docent.answer.Answerer} retrieves, decides whether the documents hold the answer, and has it written.
 * Without a language model it is quoted: {@link io.docent.answer.ExtractiveWriter} puts together the best of the sentences
 * that retrieval found.
 */
@NullMarked
package io.docent.answer;

import org.jspecify.annotations.NullMarked;
