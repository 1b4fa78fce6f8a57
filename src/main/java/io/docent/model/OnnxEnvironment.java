package io.docent.model;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtLoggingLevel;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * ONNX Runtime's environment, which every model of this process runs in, kept open until the process is gone. The library
 * closes it as soon as the JVM is asked to exit, in a shutdown hook beside the one in which Docent gives its last answers:
 * whoever used a model then used freed memory, and now and then the process crashed. The library counts who uses the
 * environment but lets only itself count, so this is done by reflection; {@code OnnxEnvironmentTest} sees in a process of
 * its own that it holds with the version at hand. For any thread.
 */
final class OnnxEnvironment {

    private static final Logger LOG = LoggerFactory.getLogger(OnnxEnvironment.class);

    private static boolean kept;

    private OnnxEnvironment() {}

    /** Loads the native library the first time. */
    static synchronized OrtEnvironment get() {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        if (!kept) {
            kept = true;
            keep();
        }
        return environment;
    }

    private static void keep() {
        try {
            Field api = Class.forName("ai.onnxruntime.OnnxRuntime").getDeclaredField("ortApiHandle");
            api.setAccessible(true);
            Method createHandle =
                    OrtEnvironment.class.getDeclaredMethod("createHandle", long.class, int.class, String.class);
            createHandle.setAccessible(true);
            // There is one environment in a process: this counts one more user of it.
            createHandle.invoke(null, api.get(null), OrtLoggingLevel.ORT_LOGGING_LEVEL_WARNING.getValue(), "docent");
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.warn(
                    "ONNX Runtime cannot be kept open while Docent stops: a stop in the midst of work may end in a crash,"
                            + " after which the next start does what was left: {}",
                    e.toString());
        }
    }
}
