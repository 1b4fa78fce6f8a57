package io.docent.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.docent.Json;
import io.docent.history.PostgresServer;
import io.docent.index.opensearch.OpenSearchNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged service, alone and as two replicas, over three OpenSearch nodes with a copy of every part and over
 * PostgreSQL: replicas and nodes are killed with {@code kill -9} and the database is stopped at once while questions are
 * asked, uploads made and files changed.
 * {@code mvn -Pcluster verify -Dcluster.rounds=1 -Dcluster.seed=1}; the seed is printed.
 */
class ClusterIT {

    private static final int NODES = 3;
    private static final List<String> REPLICAS = List.of("one", "other");
    private static final int BEFORE_AND_AFTER = 20;
    private static final int LONGEST_WAIT_MILLIS = 3_000;

    private final long seed = Long.getLong("cluster.seed", System.nanoTime() & 0xFFFFFF);
    private final int rounds = Integer.getInteger("cluster.rounds", 1);
    private final Random random = new Random(seed);
    private final Shelf shelf = new Shelf();

    @TempDir
    private Path place;

    private ChangingFolder folder() throws IOException {
        System.out.printf("%d rounds, -Dcluster.seed=%d%n", rounds, seed);
        ChangingFolder folder = new ChangingFolder(place.resolve("folder"), shelf);
        Load.prepare(folder);
        for (int i = 0; i < 20; i++) {
            folder.change(random);
        }
        return folder;
    }

    private ServiceProcess start(String name, ChangingFolder folder, List<Map<String, String>> more)
            throws IOException {
        Map<String, String> settings = new HashMap<>(Map.of("DOCENT_INGEST_RESCAN", "1s"));
        more.forEach(settings::putAll);
        ServiceProcess service =
                ServiceProcess.start(folder.path(), place.resolve(name), place.resolve(name + ".log"), settings);
        service.awaitUp();
        return service;
    }

    private static Map<String, String> over(List<OpenSearchNode> nodes) {
        String hosts = nodes.stream().map(OpenSearchNode::address).collect(Collectors.joining(","));
        return Map.of("DOCENT_INDEX_STORE", "opensearch", "DOCENT_OPENSEARCH_HOSTS", hosts);
    }

    private static Map<String, String> over(PostgresServer server) {
        return Map.of(
                "DATASOURCES_DEFAULT_URL",
                String.valueOf(server.settings().get("datasources.default.url")),
                "DATASOURCES_DEFAULT_USERNAME",
                "docent");
    }

    private static PostgresServer postgres() throws Exception {
        Optional<Path> programs = PostgresServer.programs();
        Assumptions.assumeTrue(programs.isPresent(), "this machine has no PostgreSQL server");
        return PostgresServer.start(programs.orElseThrow());
    }

    private static List<OpenSearchNode> nodes() throws IOException, InterruptedException {
        List<OpenSearchNode> nodes = OpenSearchNode.startTogether(NODES);
        for (OpenSearchNode node : nodes) {
            node.awaitAnswer();
        }
        awaitAllThere(nodes);
        return nodes;
    }

    @Test
    void nodesAreKilledAndNothingIsWrongOrLost() throws Exception {
        ChangingFolder folder = folder();
        List<OpenSearchNode> nodes = nodes();
        try (ServiceProcess service = start("data", folder, List.of(over(nodes)))) {
            service.awaitIdle();
            try (Load load = new Load(List.of(service), folder, shelf, random)) {
                for (int round = 0; round < rounds; round++) {
                    load.awaitSuccess(BEFORE_AND_AFTER);
                    awaitAllThere(nodes);
                    load.tell("Before");
                    kill(nodes.get(managerOf(nodes)), nodes, load, "The cluster manager killed");
                    kill(nodes.get(keeperOf(nodes)), nodes, load, "The node with the primary killed");
                }
                load.endAndCheck();
            }
        } finally {
            stop(nodes);
        }
    }

    @Test
    void replicasAndNodesAreKilledAndNothingIsWrongOrLost() throws Exception {
        PostgresServer server = postgres();
        ChangingFolder folder = folder();
        List<OpenSearchNode> nodes = nodes();
        List<Map<String, String>> settings = List.of(over(nodes), over(server));
        List<ServiceProcess> replicas = new ArrayList<>();
        try {
            for (String name : REPLICAS) {
                replicas.add(start(name, folder, settings));
            }
            replicas.forEach(ServiceProcess::awaitIdle);
            try (Load load = new Load(replicas, folder, shelf, random)) {
                for (int round = 0; round < rounds; round++) {
                    load.awaitSuccess(BEFORE_AND_AFTER);
                    load.tell("Before");
                    int dying = random.nextInt(REPLICAS.size());
                    pause();
                    replicas.get(dying).kill();
                    load.awaitSuccess(BEFORE_AND_AFTER);
                    load.tell("A replica killed");
                    // The other one has to do what that one was at while the cluster has no manager for a moment.
                    kill(nodes.get(managerOf(nodes)), nodes, load, "The cluster manager killed besides");
                    replicas.set(dying, start(REPLICAS.get(dying), folder, settings));
                    load.replace(dying, replicas.get(dying));
                    load.awaitSuccess(BEFORE_AND_AFTER);
                    load.tell("The replica back");
                    kill(nodes.get(keeperOf(nodes)), nodes, load, "The node with the primary killed");
                    server.stopImmediately();
                    load.awaitRefusal();
                    server.startAgain();
                    load.awaitSuccess(BEFORE_AND_AFTER);
                    load.tell("The database stopped");
                }
                load.endAndCheck();
            }
        } finally {
            replicas.forEach(ServiceProcess::close);
            stop(nodes);
            server.stop();
        }
    }

    private void pause() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_WAIT_MILLIS));
    }

    private static void stop(List<OpenSearchNode> nodes) throws IOException {
        for (OpenSearchNode node : nodes) {
            node.stop();
        }
    }

    /** Everything succeeds again while the node is gone, and when it is back. */
    private void kill(OpenSearchNode node, List<OpenSearchNode> nodes, Load load, String what)
            throws IOException, InterruptedException {
        pause();
        node.kill();
        load.awaitSuccess(BEFORE_AND_AFTER);
        load.tell(what);
        node.startAgain();
        node.awaitAnswer();
        awaitAllThere(nodes);
        load.awaitSuccess(BEFORE_AND_AFTER);
        load.tell("And back");
    }

    private static void awaitAllThere(List<OpenSearchNode> nodes) throws IOException, InterruptedException {
        String wanted = "/_cluster/health?wait_for_nodes=" + nodes.size() + "&wait_for_status=green&timeout=20s";
        for (int attempt = 0; ; attempt++) {
            Json health = Json.parsed(nodes.getFirst().send("GET", wanted, ""));
            if (health.names().contains("timed_out") && !health.get("timed_out").flag()) {
                return;
            }
            assertThat(attempt)
                    .as("the nodes are not all there: %s", health.node().getValue())
                    .isLessThan(10);
        }
    }

    private static int managerOf(List<OpenSearchNode> nodes) throws IOException, InterruptedException {
        return number(nodes.getFirst().send("GET", "/_cat/cluster_manager?h=node", ""));
    }

    /** The node with the primary of the index, and the cluster manager only where that has it. */
    private static int keeperOf(List<OpenSearchNode> nodes) throws IOException, InterruptedException {
        String shards = nodes.getFirst().send("GET", "/_cat/shards/docent-*?h=prirep,node", "");
        return number(shards.lines()
                .filter(line -> line.startsWith("p "))
                .findFirst()
                .orElseThrow()
                .substring(2));
    }

    private static int number(String name) {
        return Integer.parseInt(name.strip().replace("node-", ""));
    }

    @Test
    void theDatabaseIsStoppedAndNoTurnIsLost() throws Exception {
        PostgresServer server = postgres();
        ChangingFolder folder = folder();
        try (ServiceProcess service = start("data", folder, List.of(over(server)))) {
            service.awaitIdle();
            try (Load load = new Load(List.of(service), folder, shelf, random)) {
                for (int round = 0; round < rounds + 1; round++) {
                    load.awaitSuccess(BEFORE_AND_AFTER);
                    load.tell("Before");
                    server.stopImmediately();
                    load.awaitRefusal();
                    TimeUnit.SECONDS.sleep(5);
                    server.startAgain();
                    load.awaitSuccess(BEFORE_AND_AFTER);
                    load.tell("The database stopped for 5 s and more");
                }
                load.endAndCheck();
            }
        } finally {
            server.stop();
        }
    }
}
