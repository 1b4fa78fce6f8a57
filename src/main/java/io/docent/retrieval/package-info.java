/**
 * From a question to the passages that may answer it.
 *
 * <p>{@link io.docent.retrieval.Retriever} asks the index by words and by meaning, compares token by token, puts
 * the three into one order, and looks at the sentences of the best: {@link io.docent.retrieval.SentenceFinder} scores how
 * likely each answers, {@link io.docent.retrieval.Reranking} lets the passage count by them. It is the only way passages are found: search, chat, Slack and the evaluation all come here.
 */
@NullMarked
package io.docent.retrieval;

import org.jspecify.annotations.NullMarked;
