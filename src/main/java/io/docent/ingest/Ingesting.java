package io.docent.ingest;

import dev.langchain4j.model.embedding.EmbeddingModel;
import io.docent.model.TokenEmbeddingModel;
import io.docent.passage.PassageSplitter;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.function.ToIntFunction;

/** What ingesting is made of. */
@Factory
final class Ingesting {

    /** Tokens of a passage: what the model reads at once, less the context in front and its end of line. */
    private static final int MAXIMUM_TOKENS = 200;

    private static final int ENOUGH_TOKENS = 80;

    /** A token has some four characters; text of much longer ones (keys, encoded data) counts by its characters. */
    private static final int CHARACTERS_PER_TOKEN = 12;

    @Singleton
    PassageSplitter splitter(EmbeddingModel model) {
        ToIntFunction<String> tokens = model instanceof TokenEmbeddingModel tokenModel
                ? text -> tokenModel.tokenizer().count(text)
                : text -> text.length() / 4;
        return new PassageSplitter(
                text -> Math.max(tokens.applyAsInt(text), text.length() / CHARACTERS_PER_TOKEN),
                MAXIMUM_TOKENS,
                ENOUGH_TOKENS);
    }
}
