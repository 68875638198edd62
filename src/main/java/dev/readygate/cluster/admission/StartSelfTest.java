package dev.readygate.cluster.admission;

import dev.readygate.api.v1alpha1.ContractNames;
import dev.readygate.cluster.facts.WorkloadFacts;
import dev.readygate.cluster.kube.ObjectNames;
import dev.readygate.facts.Enforcement;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.List;
import java.util.Optional;

/** Tests by a dry run whether the API server would admit a new template of a Deployment paused. */
final class StartSelfTest {
    private static final PatchContext DRY_RUN = new PatchContext.Builder()
            .withPatchType(PatchType.STRATEGIC_MERGE)
            .withFieldManager(ObjectNames.FIELD_MANAGER)
            .withDryRun(List.of("All"))
            .build();

    private static final String NEW_TEMPLATE = """
            {"spec": {"template": {"metadata": {"annotations": {"readygate.dev/self-test": "start"}}}}}""";

    private final KubernetesClient client;

    StartSelfTest(KubernetesClient client) {
        this.client = client;
    }

    /** Empty if the test shows nothing: a user has paused the Deployment, or it is gone. */
    Optional<Enforcement> tryOn(String namespace, String deployment) {
        try {
            return judge(client.apps()
                    .deployments()
                    .inNamespace(namespace)
                    .withName(deployment)
                    .patch(DRY_RUN, NEW_TEMPLATE));
        } catch (KubernetesClientException refused) {
            return Optional.of(
                    new Enforcement.Refuted("the API server refused the trial: " + SelfTest.reason(refused)));
        }
    }

    private static Optional<Enforcement> judge(Deployment admitted) {
        if (admitted == null) {
            return Optional.empty();
        }
        boolean paused = Boolean.TRUE.equals(admitted.getSpec().getPaused());
        if (WorkloadFacts.annotation(admitted, ContractNames.HELD).isPresent() && paused) {
            return Optional.of(new Enforcement.Confirmed());
        }
        return paused
                ? Optional.empty()
                : Optional.of(
                        new Enforcement.Refuted(
                                "the API server admits new templates unpaused, so gate Start only stops them once they are seen;"
                                        + " are the admission policies of the chart installed, and is this Kubernetes 1.36 or newer?"));
    }
}
