package io.docent.index.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import io.docent.index.IndexException;
import io.docent.index.opensearch.Cluster.Answer;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Set;
import javax.net.ssl.SSLException;

/** Says what went wrong so that its reader knows what to do. */
final class Failures {

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;
    private static final Set<Integer> PASSING = Set.of(TOO_MANY, 502, 503, 504);

    /** A connection whose certificate is not believed may look like one that was closed. */
    private static final String CERTIFICATES =
            ", and that docent.opensearch.certificates names the authority that signed its certificate";

    private final OpenSearchSettings settings;

    Failures(OpenSearchSettings settings) {
        this.settings = settings;
    }

    static boolean isPassing(Answer answer) {
        return PASSING.contains(answer.status());
    }

    static boolean isOfTrust(IOException e) {
        return e instanceof SSLException || e.getCause() instanceof SSLException;
    }

    IndexException of(IOException e) {
        if (isOfTrust(e)) {
            return new IndexException(
                    who() + " cannot be trusted (" + said(e)
                            + "); see that docent.opensearch.certificates names the authority that signed its"
                            + " certificate, and docent.opensearch.hosts the names in it",
                    e);
        }
        if (e instanceof SocketTimeoutException) {
            return new IndexException(
                    who() + " took longer than " + settings.timeout().toMillis()
                            + " ms (docent.opensearch.timeout); see whether the cluster is overloaded",
                    e);
        }
        return new IndexException(
                who() + " does not answer (" + said(e)
                        + "); see that the cluster runs and that docent.opensearch.hosts is right"
                        + (isEncrypted() ? CERTIFICATES : ""),
                e);
    }

    IndexException of(Answer answer) {
        String reason = reason(answer.body().path("error"));
        String type = answer.body().path("error").path("type").asText();
        if (reason.contains("read-only") || type.equals("cluster_block_exception")) {
            return new IndexException("the index may not be written or read (" + reason
                    + "); see that the cluster's disks have room, then lift the block (index.blocks in its settings)");
        }
        return new IndexException(
                switch (answer.status()) {
                    case UNAUTHORIZED -> who() + " refuses docent.opensearch.username with its password";
                    case FORBIDDEN -> who() + " does not let docent.opensearch.username do this (" + reason + ")";
                    case NOT_FOUND ->
                        "the index is not there any more (" + reason
                                + "); start Docent again to have it made anew from the documents";
                    case TOO_MANY -> who() + " is overloaded (" + reason + "); it will be tried again";
                    case 502, 503, 504 ->
                        "the index cannot be reached whole (" + reason
                                + "); see _cluster/health: nodes are down, or no cluster manager is elected";
                    default -> who() + " answered " + answer.status() + ": " + reason;
                });
    }

    /** The cause that the cluster names first is nearest to the trouble. */
    private static String reason(JsonNode error) {
        JsonNode root = error.path("root_cause").path(0).path("reason");
        JsonNode reason = root.isMissingNode() ? error.path("reason") : root;
        return reason.isMissingNode() ? "no reason told" : reason.asText();
    }

    /** The client adds a line of advice of its own. */
    private static String said(IOException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason told");
    }

    private boolean isEncrypted() {
        return settings.hosts().stream().anyMatch(host -> host.startsWith("https:"));
    }

    private String who() {
        return "OpenSearch at " + String.join(", ", settings.hosts());
    }
}
