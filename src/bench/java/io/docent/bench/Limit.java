package io.docent.bench;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * ONNX Runtime on token sequences that are there already, on all cores and with nothing else to do: what indexing would
 * cost if everything but the model were free. One single-threaded call a core, the fastest way that was found.
 */
final class Limit implements AutoCloseable {

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;

    Limit() throws OrtException, IOException {
        try (InputStream model = Objects.requireNonNull(Limit.class.getResourceAsStream("/all-minilm-l6-v2-q.onnx"));
                var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            session = environment.createSession(model.readAllBytes(), options);
        }
    }

    /** Seconds for all of them. */
    double run(List<long[]> sequences) throws Exception {
        long start = System.nanoTime();
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(Bench.cores())) {
            List<Future<?>> running = Stream.generate(() -> threads.submit(() -> {
                        for (int at = next.getAndIncrement(); at < sequences.size(); at = next.getAndIncrement()) {
                            run(sequences.get(at));
                        }
                        return null;
                    }))
                    .limit(Bench.cores())
                    .<Future<?>>map(future -> future)
                    .toList();
            for (Future<?> each : running) {
                each.get();
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private void run(long[] ids) throws OrtException {
        long[] shape = {1, ids.length};
        long[] ones = new long[ids.length];
        Arrays.fill(ones, 1);
        try (OnnxTensor input = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
                OnnxTensor mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
                OnnxTensor types = OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[ids.length]), shape)) {
            session.run(Map.of("input_ids", input, "attention_mask", mask, "token_type_ids", types))
                    .close();
        }
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }
}
