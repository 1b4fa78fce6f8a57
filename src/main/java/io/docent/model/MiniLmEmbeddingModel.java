package io.docent.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.output.Response;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * all-MiniLM-L6-v2 (Reimers and Gurevych 2019; Wang et al. 2020) through ONNX Runtime, one text a call, on the calling
 * thread. One call per core and no padding is what a machine does most with; see docs/decisions.
 *
 * <p>Vectors have 384 dimensions. Thread-safe; as many calls run at once as there are threads that make them.
 */
final class MiniLmEmbeddingModel implements TokenEmbeddingModel, AutoCloseable {

    static final int DIMENSION = 384;

    /** The model was trained on up to 256 pieces, two of which are the special ones around the text. */
    private static final int WINDOW = 254;

    /** The model's own output. */
    private static final String HIDDEN = "last_hidden_state";

    private static final Set<String> EMBEDDED =
            Set.of(TokenProjection.SUM, TokenProjection.LENGTHS, TokenProjection.PROJECTED);

    private final String name;
    private final FutureTask<Loaded> loaded;

    /** Held to read while a text is embedded: a session that is closed under it takes the whole process down. */
    private final ReadWriteLock open = new ReentrantReadWriteLock();

    private boolean closed;

    /**
     * Both are read on another thread, while the caller goes on: what needs the model waits for it.
     *
     * @param model its file
     */
    MiniLmEmbeddingModel(String name, ModelFile model, Callable<WordPieceTokenizer> tokenizer) {
        this.name = name;
        this.loaded = new FutureTask<>(() -> {
            TokenProjection projection = TokenProjection.load();
            OrtSession session = load(model.read(projection.graphPart(HIDDEN)));
            return new Loaded(tokenizer.call(), projection, session);
        });
        Loading.start(loaded);
    }

    private static OrtSession load(byte[] model) throws OrtException {
        OnnxGraphOptimization.apply(model);
        try (var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            return OnnxEnvironment.get().createSession(model, options);
        }
    }

    private Loaded loaded() {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return loaded.get();
                } catch (InterruptedException e) {
                    interrupted = true; // it is there in a moment; whoever stops us is told then
                }
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the embedding model " + name + " cannot be loaded: " + e.getCause(), e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public String modelName() {
        return name;
    }

    @Override
    public int dimension() {
        return DIMENSION;
    }

    @Override
    public WordPieceTokenizer tokenizer() {
        return loaded().tokenizer;
    }

    @Override
    public int maximumTokens() {
        return WINDOW;
    }

    @Override
    public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
        return Response.from(segments.stream()
                .map(segment -> Embedding.from(embedTokens(segment.text()).whole()))
                .toList());
    }

    @Override
    public TokenEmbeddings embedTokens(String text) {
        Tokens tokens = tokenizer().tokenize(text);
        TokenProjection projection = loaded().projection;
        float[] sum = new float[DIMENSION];
        float[] vectors = new float[tokens.size() * projection.size()];
        int from = 0;
        do {
            int to = Math.min(tokens.size(), from + WINDOW);
            Read read = run(window(tokens, from, to), EMBEDDED);
            // Every window counts by its tokens, as if the model had read the text in one.
            FloatBuffer windowSum = read.of(TokenProjection.SUM);
            for (int i = 0; i < DIMENSION; i++) {
                sum[i] += windowSum.get(i);
            }
            FloatBuffer lengths = read.of(TokenProjection.LENGTHS);
            FloatBuffer projected = read.of(TokenProjection.PROJECTED).position(projection.size());
            for (int token = from; token < to; token++) {
                projection.read(projected, lengths.get(token - from + 1), vectors, token * projection.size());
            }
            from = to;
        } while (from < tokens.size());
        normalise(sum, 0);
        return new TokenEmbeddings(sum, tokens, projection.size(), vectors);
    }

    @Override
    public float[] hiddenStates(String text) {
        Tokens tokens = tokenizer().tokenize(text);
        float[] vectors = new float[tokens.size() * DIMENSION];
        for (int from = 0; from < tokens.size(); from += WINDOW) {
            int to = Math.min(tokens.size(), from + WINDOW);
            FloatBuffer hidden = run(window(tokens, from, to), Set.of(HIDDEN)).of(HIDDEN);
            hidden.position(DIMENSION).get(vectors, from * DIMENSION, (to - from) * DIMENSION);
        }
        for (int token = 0; token < tokens.size(); token++) {
            normalise(vectors, token * DIMENSION);
        }
        return vectors;
    }

    /** With the special tokens around it. */
    private long[] window(Tokens tokens, int from, int to) {
        long[] ids = new long[to - from + 2];
        WordPieceTokenizer tokenizer = tokenizer();
        ids[0] = tokenizer.row("[CLS]");
        for (int i = from; i < to; i++) {
            ids[i - from + 1] = tokens.ids()[i];
        }
        ids[ids.length - 1] = tokenizer.row("[SEP]");
        return ids;
    }

    private Read run(long[] ids, Set<String> outputs) {
        open.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException(name + " is closed: the service is stopping");
            }
            return runOpen(ids, outputs);
        } finally {
            open.readLock().unlock();
        }
    }

    private Read runOpen(long[] ids, Set<String> outputs) {
        OrtEnvironment environment = OnnxEnvironment.get();
        long[] shape = {1, ids.length};
        try (OnnxTensor input = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
                OnnxTensor types = OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[ids.length]), shape);
                OrtSession.Result result =
                        loaded().session.run(Map.of("input_ids", input, "token_type_ids", types), outputs)) {
            Map<String, FloatBuffer> read = new HashMap<>();
            for (Map.Entry<String, OnnxValue> output : result) {
                read.put(output.getKey(), ((OnnxTensor) output.getValue()).getFloatBuffer());
            }
            return new Read(read);
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime failed on " + ids.length + " tokens: " + e.getMessage(), e);
        }
    }

    private static void normalise(float[] vectors, int from) {
        double squares = 0;
        for (int i = from; i < from + DIMENSION; i++) {
            squares += vectors[i] * vectors[i];
        }
        float factor = squares == 0 ? 0 : (float) (1 / Math.sqrt(squares));
        for (int i = from; i < from + DIMENSION; i++) {
            vectors[i] *= factor;
        }
    }

    /** Waits for what is being embedded; nothing is from then on. */
    @Override
    public void close() throws OrtException {
        open.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                loaded().session.close();
            }
        } finally {
            open.writeLock().unlock();
        }
    }

    /** Reads a model's file, followed by more of its graph. */
    @FunctionalInterface
    interface ModelFile {

        byte[] read(byte[] more) throws IOException;
    }

    private record Loaded(WordPieceTokenizer tokenizer, TokenProjection projection, OrtSession session) {}

    private record Read(Map<String, FloatBuffer> outputs) {

        FloatBuffer of(String name) {
            return Objects.requireNonNull(outputs.get(name), name);
        }
    }
}
