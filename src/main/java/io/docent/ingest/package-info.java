/**
 * Brings documents into the index and keeps the index as the folder is.
 *
 * <p>{@link io.docent.ingest.DocumentFolder} tells what changed in the watched folder, {@link io.docent.ingest.Uploads}
 * takes what people hand over, and {@link io.docent.ingest.Ingester} reads, splits, embeds and puts each document.
 */
@NullMarked
package io.docent.ingest;

import org.jspecify.annotations.NullMarked;
