package dev.readygate.cluster.write;

import dev.readygate.cluster.kube.Overtaken;
import dev.readygate.cluster.observe.ClusterObserver;
import dev.readygate.cluster.observe.StatementCaches;
import dev.readygate.cluster.report.Reports;
import dev.readygate.retention.Retention;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Deletes evidence and waivers that are needed no more. */
public final class OldStatements {
    private static final Logger LOG = Logger.getLogger(OldStatements.class);

    private final KubernetesClient client;
    private final StatementCaches statements;
    private final Reports reports;
    private final Retention retention;

    public OldStatements(KubernetesClient client, ClusterObserver cluster, Reports reports, Retention retention) {
        this.client = client;
        this.statements = cluster.statements();
        this.reports = reports;
        this.retention = retention;
    }

    /** The namespaces that have evidence or waivers. */
    public List<String> namespaces() {
        return statements.namespaces().toList();
    }

    /**
     * @param atMost the limit for this call, the oldest of each kind first, so that other namespaces have their turn
     *     too
     */
    public void remove(String namespace, int atMost, Instant now) {
        var cited = reports.cited(namespace);
        long removed = Stream.<HasMetadata>concat(
                        statements.surplus(namespace, retention, cited, now),
                        statements.over(namespace, retention, cited, now))
                .limit(atMost)
                .filter(this::remove)
                .count();
        if (removed > 0) {
            LOG.infof(
                    "removed %d of the evidence and waivers of namespace %s: no report rests on them, and newer ones are"
                            + " there or they expired long ago",
                    removed, namespace);
        }
    }

    /** Deletes only the version that was judged. */
    private boolean remove(HasMetadata old) {
        return Overtaken.wentThrough(() -> client.resource(old)
                .lockResourceVersion(old.getMetadata().getResourceVersion())
                .delete());
    }
}
