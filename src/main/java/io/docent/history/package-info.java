/**
 * What was asked and answered, and what people thought of it, in a database: H2 in the data folder, or PostgreSQL.
 *
 * <p>{@link io.docent.history.History} is the only way in. A conversation, its turns and its feedback belong to one
 * person, and to nobody else does it tell even that they exist. {@link io.docent.history.Gaps} tells what people asked
 * that the documents left open, of all people and of none by name.
 */
@NullMarked
package io.docent.history;

import org.jspecify.annotations.NullMarked;
