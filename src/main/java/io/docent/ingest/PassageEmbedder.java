package io.docent.ingest;

import dev.langchain4j.model.embedding.EmbeddingModel;
import io.docent.document.Document;
import io.docent.index.EmbeddedPassage;
import io.docent.index.TokenVectors;
import io.docent.model.TokenCodec;
import io.docent.model.TokenEmbeddingModel;
import io.docent.model.TokenEmbeddings;
import io.docent.passage.Passage;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** Embeds a passage together with its context, so that "it costs 5 €" is near to what costs that. For any thread. */
@Singleton
final class PassageEmbedder {

    /** Tokens of the model's window that the context may take. */
    static final int CONTEXT_TOKENS = 48;

    private final EmbeddingModel model;

    PassageEmbedder(EmbeddingModel model) {
        this.model = model;
    }

    EmbeddedPassage embed(Document document, Passage passage) {
        String context = EmbeddedPassage.context(document.title(), passage.headings());
        if (!(model instanceof TokenEmbeddingModel tokenModel)) {
            float[] embedding =
                    model.embed(context + "\n" + passage.text()).content().vector();
            return new EmbeddedPassage(passage, context, embedding, TokenVectors.NONE);
        }
        String prefix = shortened(context, tokenModel.tokenizer()::count) + "\n";
        TokenEmbeddings embedded = tokenModel.embedTokens(prefix + passage.text());
        return new EmbeddedPassage(passage, context, embedded.whole(), tokens(embedded, prefix.length()));
    }

    /** The innermost headings say most: of a long trail the title's beginning and what fits of its end are kept. */
    private static String shortened(String context, ToIntFunction<String> tokens) {
        String shorter = context;
        while (tokens.applyAsInt(shorter) > CONTEXT_TOKENS && shorter.indexOf(" > ") > 0) {
            List<String> parts = new ArrayList<>(List.of(shorter.split(" > ")));
            parts.remove(parts.size() > 2 ? 1 : 0);
            shorter = String.join(" > ", parts);
        }
        while (tokens.applyAsInt(shorter) > CONTEXT_TOKENS) {
            shorter = shorter.substring(
                    0,
                    Character.isLowSurrogate(shorter.charAt(shorter.length() / 2))
                            ? shorter.length() / 2 - 1
                            : shorter.length() / 2);
        }
        return shorter;
    }

    private TokenVectors tokens(TokenEmbeddings embedded, int textStart) {
        int[] starts = embedded.tokens().starts();
        int first = 0;
        while (first < starts.length && starts[first] < textStart) {
            first++;
        }
        char[] inText = new char[starts.length - first];
        for (int i = first; i < starts.length; i++) {
            inText[i - first] = (char) (starts[i] - textStart);
        }
        return new TokenVectors(inText, TokenCodec.encode(embedded, first, starts.length));
    }
}
