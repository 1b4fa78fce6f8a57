package io.docent.model;

/** A model like the shipped one but for what it makes of a text. */
abstract class AroundMiniLm implements TokenEmbeddingModel {

    final MiniLmEmbeddingModel model;

    AroundMiniLm(MiniLmEmbeddingModel model) {
        this.model = model;
    }

    @Override
    public WordPieceTokenizer tokenizer() {
        return model.tokenizer();
    }

    @Override
    public float[] hiddenStates(String text) {
        return model.hiddenStates(text);
    }

    @Override
    public int maximumTokens() {
        return model.maximumTokens();
    }

    @Override
    public String modelName() {
        return model.modelName();
    }

    @Override
    public int dimension() {
        return model.dimension();
    }
}
