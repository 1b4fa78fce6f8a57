import java.io.IOException;
import java.nio.file.Path;
import org.codelibs.opensearch.runner.OpenSearchRunner;

/** One node of OpenSearch with the k-NN plugin, on ports of loopback, for as long as standard input is open. */
final class Node {

    private Node() {}

    /**
     * Starts it.
     *
     * @param arguments a folder for all it keeps, and the port; of a node that is one of several, then the name of their
     *     cluster, its own name, the port by which they reach it, those of all of them and the names of all of them, the last two with commas
     */
    public static void main(String[] arguments) throws IOException {
        boolean alone = arguments.length == 2;
        OpenSearchRunner runner = new OpenSearchRunner();
        runner.onBuild((number, settings) -> {
            settings.put("http.port", arguments[1]);
            settings.put("network.host", "127.0.0.1");
            settings.put("cluster.routing.allocation.disk.threshold_enabled", false);
            if (alone) {
                settings.put("transport.port", "0");
                settings.put("discovery.type", "single-node");
            } else {
                settings.put("discovery.type", "zen");
                settings.put("node.name", arguments[3]);
                settings.put("transport.port", arguments[4]);
                settings.putList("discovery.seed_hosts", arguments[5].split(","));
                settings.putList("cluster.initial_cluster_manager_nodes", arguments[6].split(","));
            }
        });
        runner.build(OpenSearchRunner.newConfigs()
                .basePath(Path.of(arguments[0]).toString())
                .clusterName(alone ? "docent-tests-" + arguments[1] : arguments[2])
                .numOfNode(1)
                .pluginTypes("org.opensearch.knn.plugin.KNNPlugin"));
        while (System.in.read() >= 0) {
            // Whoever started this is still there.
        }
        Runtime.getRuntime().halt(0);
    }
}
