package io.docent.channel.http;

import io.micronaut.http.MediaType;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Exceptions;

/** The files of an upload as they are received. */
final class UploadedFiles {

    private static final Logger LOG = LoggerFactory.getLogger(UploadedFiles.class);

    private UploadedFiles() {}

    /**
     * The parts named file, but for a field of a form in which none was chosen. Not a parameter of the route: a request without
     * such a part would wait for it until it is timed out. Who gets them reads or discards each, or it stays on the disk; the
     * other parts are discarded here.
     *
     * @throws ProblemException where the request is malformed, ended too soon, or cannot be kept
     */
    static List<CompletedFileUpload> in(UploadedParts body) {
        try {
            return body.files()
                    .get()
                    .filter(UploadedFiles::isFile)
                    .collectList()
                    .blockOptional()
                    .orElse(List.of());
        } catch (RuntimeException e) {
            throw notReceived(e, Exceptions.unwrap(e));
        }
    }

    /** Whatever is none is of no use to anybody, and goes. */
    private static boolean isFile(CompletedFileUpload part) {
        boolean file = part.getName().equals("file") && !isUnchosen(part);
        if (!file) {
            part.discard();
        }
        return file;
    }

    /** As a browser sends a field for files that nothing was put into (HTML, section 4.10.22.4). */
    private static boolean isUnchosen(CompletedFileUpload part) {
        return part.getFilename().isEmpty() && part.getSize() == 0;
    }

    /** As its sender says; what is said and is no media type says no more than nothing. */
    static @Nullable String mediaType(CompletedFileUpload file) {
        try {
            return file.getContentType().map(MediaType::getName).orElse(null);
        } catch (IllegalArgumentException e) {
            LOG.debug("A part has a content type that is none", e);
            return null;
        }
    }

    private static RuntimeException notReceived(RuntimeException error, Throwable cause) {
        LOG.debug("An upload was not received", error);
        return switch (cause) {
            case EOFException left -> ProblemException.badRequest("the request ended before all of it was there");
            case ClosedChannelException left ->
                ProblemException.badRequest("the connection ended before all of the request was there");
            case HttpPostRequestDecoder.ErrorDataDecoderException malformed -> malformed();
            case IndexOutOfBoundsException malformed -> malformed();
            case UncheckedIOException disk -> notKept(Objects.requireNonNull(disk.getCause()));
            case IOException disk -> notKept(disk);
            default -> error;
        };
    }

    private static ProblemException malformed() {
        return ProblemException.badRequest(
                "the body is no multipart/form-data that can be read: a part lacks its name, or one of its headers is"
                        + " malformed; send each document as a part named file, with a filename");
    }

    private static ProblemException notKept(IOException disk) {
        LOG.error("An upload cannot be received: {}", disk.getMessage());
        return ProblemException.unavailable("the upload cannot be received (" + disk.getMessage()
                + "); try again once the disk of the data folder has room");
    }
}
