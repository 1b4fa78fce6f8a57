package io.docent.channel.http;

import io.docent.ingest.Ingestion;
import io.docent.ingest.Uploads;
import io.docent.load.Load;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Documents that are handed over. */
@Controller("/api/documents")
@ExecuteOn(TaskExecutors.BLOCKING)
class UploadController {

    private final Uploads uploads;
    private final Load load;

    UploadController(Uploads uploads, Load load) {
        this.uploads = uploads;
        this.load = load;
    }

    /** Indexes files, each for itself: one that cannot be read does not keep the others out. */
    @Post
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    Outcomes upload(
            @Parameter(hidden = true) UploadedParts parts,
            @QueryValue(defaultValue = "false") @Schema(type = "boolean", defaultValue = "false") String replace)
            throws Exception {
        boolean replaces = QueryFlag.of("replace", replace);
        load.uploads().check();
        List<CompletedFileUpload> files = UploadedFiles.in(parts);
        if (files.isEmpty()) {
            throw ProblemException.badRequest(
                    "there is no part named file with a file in it; send each document as one");
        }
        Deque<CompletedFileUpload> unread = new ArrayDeque<>(files);
        try {
            if (!replaces) {
                refuseTakenNames(files);
            }
            // What is still being sent holds no place: a slow sender keeps nobody out.
            return load.uploads().within(() -> add(unread));
        } finally {
            unread.forEach(CompletedFileUpload::discard);
        }
    }

    /** What was read is discarded by that. */
    private Outcomes add(Deque<CompletedFileUpload> unread) throws IOException, InterruptedException {
        List<OutcomeJson> outcomes = new ArrayList<>();
        while (!unread.isEmpty()) {
            CompletedFileUpload upload = unread.remove();
            String name = Uploads.nameOf(upload.getFilename());
            outcomes.add(OutcomeJson.of(uploads.add(name, UploadedFiles.mediaType(upload), upload.getBytes())));
        }
        return new Outcomes(outcomes);
    }

    private void refuseTakenNames(List<CompletedFileUpload> files) {
        Set<String> names = new HashSet<>();
        for (CompletedFileUpload upload : files) {
            String name = Uploads.nameOf(upload.getFilename());
            if (uploads.isTaken(name)) {
                throw ProblemException.conflict("a document named '" + name
                        + "' was uploaded before; add ?replace=true to put this one in its place, or rename it");
            }
            if (!names.add(name)) {
                throw ProblemException.conflict("two of these files are named '" + name
                        + "'; rename one, or add ?replace=true to keep the last");
            }
        }
    }

    /** What became of each file, in the order sent. */
    @Serdeable
    record Outcomes(List<OutcomeJson> outcomes) {}

    /**
     * What became of a file.
     *
     * @param source the upload's file name
     * @param outcome {@code indexed}, {@code unchanged} or {@code unreadable}
     * @param documentId null where it is unreadable
     * @param reason what is wrong and what to do; null where nothing is
     */
    @Serdeable
    record OutcomeJson(
            String source,
            String outcome,
            @Nullable String documentId,
            @Nullable String reason) {

        static OutcomeJson of(Ingestion ingestion) {
            return switch (ingestion) {
                case Ingestion.Indexed indexed ->
                    new OutcomeJson(indexed.source(), "indexed", indexed.id().value(), null);
                case Ingestion.Unchanged unchanged ->
                    new OutcomeJson(
                            unchanged.source(), "unchanged", unchanged.id().value(), null);
                case Ingestion.Unreadable unreadable ->
                    new OutcomeJson(unreadable.source(), "unreadable", null, unreadable.reason());
            };
        }
    }
}
