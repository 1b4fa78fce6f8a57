/**
 * From bytes to a {@link io.docent.document.Document}: one stored text with its headings and pages.
 *
 * <p>{@link io.docent.document.DocumentReader} finds out what the bytes are and hands them to the one
 * {@link io.docent.document.DocumentFormat} that reads them. Every offset anywhere in Docent counts UTF-16 code units
 * of the stored text made here.
 */
@NullMarked
package io.docent.document;

import org.jspecify.annotations.NullMarked;
