package io.docent.document;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * One family of formats. Every bean of this type is asked; a new format is a new bean. For any thread.
 *
 * <p>A format is also made in a process of its own, without a container: it has one constructor, which takes nothing or
 * a {@code Provider<Recognition>}.
 */
interface DocumentFormat {

    /** The media type of a file of this name, or null where the name does not tell that it is of this format. */
    @Nullable
    String mediaType(FileName name);

    /** Whether it reads such bytes; the media type is lower-case and without parameters. */
    boolean reads(String mediaType);

    /** Whether its files are text that an editor shows, so that their name alone tells them from other text. */
    boolean isText();

    /**
     * Whether reading a short file takes a short time and little memory, whatever is in it. Others are read where they
     * can be stopped: see {@link ReadingProcess}.
     */
    default boolean isSimple() {
        return false;
    }

    /** How people call it, with its article, for example {@code a PDF}. */
    String spokenName();

    /**
     * Reads the whole content. May be interrupted.
     *
     * @throws UnreadableDocumentException with a reason a person understands
     * @throws IOException where the bytes are not what they should be
     */
    Content read(Input input) throws IOException, UnreadableDocumentException;
}
