package dev.readygate.cluster.observe;

import dev.readygate.cluster.facts.PromotedFacts;
import dev.readygate.cluster.kube.Waker;
import dev.readygate.cluster.report.Interests;
import dev.readygate.cluster.report.Reports;
import dev.readygate.facts.DeploymentRef;
import dev.readygate.facts.ExtraFacts;
import dev.readygate.facts.Neighbours;
import dev.readygate.facts.PromotedBaseline;
import dev.readygate.facts.ReportRef;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Looks up Services and other reports, only as far as a Deployment's checks need them. */
public final class RelatedWatches implements AutoCloseable {
    private final ServiceCaches services;
    private final Others others;

    public RelatedWatches(KubernetesClient client, Waker waker, Others others) {
        this.services = new ServiceCaches(client, waker);
        this.others = others;
    }

    /**
     * Reports of other Deployments.
     *
     * @param open namespaces whose reports checks of any namespace may read
     */
    public record Others(Reports reports, Interests interests, Set<String> open) {
        public Others {
            open = Set.copyOf(open);
        }
    }

    /** @param pods labels of the Deployment's pods */
    Neighbours around(DeploymentRef ref, ExtraFacts wanted, Supplier<List<Map<String, String>>> pods) {
        others.interests().of(ref, wanted.reports());
        if (!wanted.services()) {
            services.noLongerNeed(ref);
        }
        return new Neighbours(
                wanted.services() ? services.around(ref, pods.get()) : List.of(),
                wanted.reports().stream().collect(Collectors.toMap(Function.identity(), it -> promoted(ref, it))));
    }

    private PromotedBaseline promoted(DeploymentRef ref, ReportRef other) {
        return other.namespace().equals(ref.namespace()) || others.open().contains(other.namespace())
                ? PromotedFacts.of(others.reports().named(other))
                : new PromotedBaseline.OutOfBounds();
    }

    void forget(DeploymentRef ref) {
        services.noLongerNeed(ref);
        others.interests().of(ref, Set.of());
    }

    @Override
    public void close() {
        services.close();
    }
}
