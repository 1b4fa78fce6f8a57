package io.docent.index;

import io.docent.passage.Passage;
import java.util.List;

/**
 * A passage with what the embedding model made of it.
 *
 * @param passage what is found and quoted
 * @param context the document's title and the passage's headings, in words, for word search
 * @param embedding of context and text; length 1
 * @param tokens the text's coded token vectors, or {@link TokenVectors#NONE} from a model that tells none
 */
@SuppressWarnings("ArrayRecordComponent") // numbers on their way from the model to the index
public record EmbeddedPassage(Passage passage, String context, float[] embedding, TokenVectors tokens) {

    /** Title and headings, outermost first; a heading that says the same as what is above it is left out. */
    public static String context(String title, List<String> headings) {
        StringBuilder context = new StringBuilder(title);
        String last = title;
        for (String heading : headings) {
            if (!heading.equalsIgnoreCase(last)) {
                context.append(" > ").append(heading);
            }
            last = heading;
        }
        return context.toString();
    }
}
