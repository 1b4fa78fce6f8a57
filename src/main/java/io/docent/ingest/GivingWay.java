package io.docent.ingest;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes threads that take a tenth of a core which a question wants too, and all of it otherwise. By Linux's nice value of
 * a thread, since the JVM's own priorities are without effect there; elsewhere threads as any others.
 */
final class GivingWay {

    private static final Logger LOG = LoggerFactory.getLogger(GivingWay.class);

    /** A tenth of the weight of the others. */
    private static final int NICE = 10;

    /** Of setpriority(2): with 0 as the process, Linux takes it for the calling thread. */
    private static final int PRIO_PROCESS = 0;

    private static final @Nullable MethodHandle SET_PRIORITY = setPriority();

    private GivingWay() {}

    /** @param name of the threads, with a number behind it */
    static ThreadFactory threads(String name) {
        ThreadFactory factory = Thread.ofPlatform().name(name, 1).daemon().factory();
        return work -> factory.newThread(() -> {
            giveWay();
            work.run();
        });
    }

    private static void giveWay() {
        if (SET_PRIORITY == null) {
            return;
        }
        try {
            int failed = (int) SET_PRIORITY.invokeExact(PRIO_PROCESS, 0, NICE);
            LOG.debug("Giving way to questions: {}", failed == 0);
        } catch (Throwable e) {
            LOG.debug("Indexing competes with questions: its threads cannot be told to give way", e);
        }
    }

    @SuppressWarnings("restricted") // ONNX Runtime needs native access as well
    private static @Nullable MethodHandle setPriority() {
        if (!System.getProperty("os.name", "").equals("Linux")) {
            return null;
        }
        Linker linker = Linker.nativeLinker();
        return linker.defaultLookup()
                .find("setpriority")
                .map(address -> linker.downcallHandle(
                        address,
                        FunctionDescriptor.of(
                                ValueLayout.JAVA_INT,
                                ValueLayout.JAVA_INT,
                                ValueLayout.JAVA_INT,
                                ValueLayout.JAVA_INT)))
                .orElse(null);
    }
}
