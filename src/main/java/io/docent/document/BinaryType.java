package io.docent.document;

import java.io.IOException;
import org.apache.tika.config.TikaConfig;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypeException;

/** Which format bytes that are not text are of. Loads Tika, so it is asked only about those. */
final class BinaryType {

    static final String UNKNOWN = "application/octet-stream";

    private static final DefaultDetector DETECTOR = new DefaultDetector();

    private BinaryType() {}

    /** The media type, {@link #UNKNOWN} where nothing is known of them. */
    static String of(byte[] bytes, FileName name) {
        Metadata metadata = new Metadata();
        if (containerKnownByName(bytes)) {
            metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name.name());
        }
        try (TikaInputStream in = TikaInputStream.get(bytes)) {
            MediaType type = DETECTOR.detect(in, metadata).getBaseType();
            return type.getType().equals("text") ? UNKNOWN : type.toString();
        } catch (IOException | RuntimeException e) {
            return UNKNOWN;
        }
    }

    /** A zip that is broken, and an encrypted container, do not tell which program wrote them; their name does. */
    private static boolean containerKnownByName(byte[] bytes) {
        return bytes.length > 3
                && ((bytes[0] == 'P' && bytes[1] == 'K') || (bytes[0] == (byte) 0xD0 && bytes[1] == (byte) 0xCF));
    }

    /** As files of the media type usually are called, without the dot. */
    static String extension(String mediaType) {
        try {
            String extension = TikaConfig.getDefaultConfig()
                    .getMimeRepository()
                    .forName(mediaType)
                    .getExtension();
            return extension.isEmpty() ? "bin" : extension.substring(1);
        } catch (MimeTypeException e) {
            return "bin";
        }
    }
}
