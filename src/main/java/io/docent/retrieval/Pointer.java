package io.docent.retrieval;

import java.util.regex.Pattern;

/** A sentence that says where something is told: "For more information, see …", "This section describes …". English. */
final class Pointer {

    private static final Pattern POINTS = Pattern.compile(
            "^\\W*((for|to) (more|further|additional|other|detailed|complete|general|a (full|complete|more detailed)) "
                    + "(information|details?|instructions|examples?|list|description)\\b"
                    + "|for (information|details|instructions|an? (example|list|description|overview|explanation))\\b.*\\b(see|read|refer)\\b"
                    + "|(to )?(learn|read|find out) more\\b"
                    + "|(please )?(see|refer to|consult)\\b"
                    + "|(this|the (next|following|rest of this)) (topic|section|guide|chapter|tutorial|page|video( session)?|article|document|manual"
                    + "|documentation|part|paper|report|post)s? (also )?(describes?|explains?|shows?|provides?|covers?|contains?|explores?"
                    + "|discuss(es)?|introduces?|demonstrates?|lists?|outlines?|presents?|gives?|helps?|walks?|is about|assumes?))",
            Pattern.CASE_INSENSITIVE);

    private Pointer() {}

    static boolean isOne(String sentence) {
        return POINTS.matcher(sentence).find();
    }
}
