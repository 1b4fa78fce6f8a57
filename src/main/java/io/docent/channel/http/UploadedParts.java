package io.docent.channel.http;

import io.micronaut.http.multipart.CompletedFileUpload;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;

/**
 * The files of a multipart/form-data body, under any name, an empty one too, each once it was received as a whole. Who gets one
 * reads or discards it. To be subscribed to once.
 */
record UploadedParts(Supplier<Flux<CompletedFileUpload>> files) {}
