import java.io.IOException;
import java.nio.file.Path;
import org.codelibs.opensearch.runner.OpenSearchRunner;

/** One node of OpenSearch with the k-NN plugin, on a port of loopback, for as long as standard input is open. */
final class Node {

    private Node() {}

    /**
     * Starts it.
     *
     * @param arguments a folder for all it keeps, and the port
     */
    public static void main(String[] arguments) throws IOException {
        OpenSearchRunner runner = new OpenSearchRunner();
        runner.onBuild((number, settings) -> {
            settings.put("http.port", arguments[1]);
            settings.put("transport.port", "0");
            settings.put("network.host", "127.0.0.1");
            settings.put("discovery.type", "single-node");
            settings.put("cluster.routing.allocation.disk.threshold_enabled", false);
        });
        runner.build(OpenSearchRunner.newConfigs()
                .basePath(Path.of(arguments[0]).toString())
                .clusterName("docent-tests-" + arguments[1])
                .numOfNode(1)
                .pluginTypes("org.opensearch.knn.plugin.KNNPlugin"));
        while (System.in.read() >= 0) {
            // Whoever started this is still there.
        }
        Runtime.getRuntime().halt(0);
    }
}
