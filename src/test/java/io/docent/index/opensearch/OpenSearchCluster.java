package io.docent.index.opensearch;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** One node for all tests of a run, emptied after each test. */
public final class OpenSearchCluster implements BeforeAllCallback, AfterEachCallback {

    private static final Namespace OURS = Namespace.create(OpenSearchCluster.class);

    private @Nullable OpenSearchNode node;

    public OpenSearchCluster() {}

    OpenSearchNode node() {
        return Objects.requireNonNull(node);
    }

    /** What {@code docent.opensearch.hosts} is to have. */
    public String address() {
        return node().address();
    }

    /** What it says to a request. */
    public String send(String method, String path, String json) throws IOException, InterruptedException {
        return node().send(method, path, json);
    }

    /** How it is reached. */
    OpenSearchSettings settings() {
        return settings(node().address());
    }

    static OpenSearchSettings settings(String... hosts) {
        return new OpenSearchSettings(List.of(hosts), null, null, null, "docent", 1, Duration.ofSeconds(20));
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        node = context.getRoot()
                .getStore(OURS)
                .getOrComputeIfAbsent(Shared.class, key -> new Shared(), Shared.class)
                .node;
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException, InterruptedException {
        String indices = node().send("GET", "/_cat/indices/docent-*?h=index", "");
        for (String index : indices.lines().toList()) {
            node().send("DELETE", "/" + index.strip(), "");
        }
    }

    /** Stopped by JUnit when all tests are done. */
    private static final class Shared implements AutoCloseable {
        private final OpenSearchNode node;

        Shared() {
            try {
                node = OpenSearchNode.start();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() throws IOException {
            node.stop();
        }
    }
}
