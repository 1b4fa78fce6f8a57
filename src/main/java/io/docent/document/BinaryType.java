package io.docent.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;

/** Which format bytes that are not text are of. */
final class BinaryType {

    static final String UNKNOWN = "application/octet-stream";

    private BinaryType() {}

    /** The media type, {@link #UNKNOWN} where nothing is known of them. */
    static String of(byte[] bytes, FileName name) {
        if (startsWith(bytes, "%PDF-")) {
            return "application/pdf";
        } else if (startsWith(bytes, "{\\rtf")) {
            return "application/rtf";
        }
        Metadata metadata = new Metadata();
        if (startsWith(bytes, "PK") || startsWith(bytes, "\u00D0\u00CF")) {
            // A zip that is broken does not tell which program wrote it; its name does.
            metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name.name());
        }
        try (TikaInputStream in = TikaInputStream.get(bytes)) {
            MediaType type = Tika.DETECTOR.detect(in, metadata).getBaseType();
            return type.getType().equals("text") ? UNKNOWN : type.toString();
        } catch (IOException | RuntimeException | LinkageError e) {
            // The last: an archive may be packed in a way whose library is not here.
            return UNKNOWN;
        }
    }

    private static boolean startsWith(byte[] bytes, String start) {
        byte[] wanted = start.getBytes(StandardCharsets.ISO_8859_1);
        return bytes.length >= wanted.length && Arrays.equals(bytes, 0, wanted.length, wanted, 0, wanted.length);
    }

    /** As files of the media type usually are called, without the dot. */
    static String extension(String mediaType) {
        try {
            String extension =
                    MimeTypes.getDefaultMimeTypes().forName(mediaType).getExtension();
            return extension.isEmpty() ? "bin" : extension.substring(1);
        } catch (MimeTypeException e) {
            return "bin";
        }
    }

    /** Loaded when it is asked for the first time: it reads a list of more than a thousand formats. */
    private static final class Tika {
        static final DefaultDetector DETECTOR = new DefaultDetector();
    }
}
