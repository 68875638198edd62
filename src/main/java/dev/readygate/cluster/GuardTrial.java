package dev.readygate.cluster;

import dev.readygate.admit.Guard;
import dev.readygate.admit.Trying;
import dev.readygate.facts.Enforcement;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Map;

/** Asks the API server, without creating anything, for a Deployment that the newest text of a guard denies. */
public final class GuardTrial {
    private static final Map<String, String> POD = Map.of("readygate.dev/trial", "true");

    private final KubernetesClient client;
    private final String operator;

    public GuardTrial(KubernetesClient client, String operator) {
        this.client = client;
        this.operator = operator;
    }

    public Enforcement of(Guard guard, String namespace) {
        try {
            client.apps()
                    .deployments()
                    .inNamespace(namespace)
                    .resource(deployment(guard))
                    .dryRun(true)
                    .create();
            return new Enforcement.Refuted("the API server does not act on it yet");
        } catch (KubernetesClientException refused) {
            return String.valueOf(refused.getMessage()).contains(new Trying(guard, operator).answer())
                    ? new Enforcement.Confirmed()
                    : new Enforcement.Untried("the API server refuses the trial for another reason");
        }
    }

    private static Deployment deployment(Guard guard) {
        return new DeploymentBuilder()
                .withNewMetadata()
                .withGenerateName("readygate-trial-")
                .withLabels(guard.exampleLabels())
                .withAnnotations(Map.of(Trying.MARK, guard.fingerprint()))
                .endMetadata()
                .withNewSpec()
                .withReplicas(0)
                .withSelector(new LabelSelector(null, POD))
                .withNewTemplate()
                .withNewMetadata()
                .withLabels(POD)
                .endMetadata()
                .withNewSpec()
                .withAutomountServiceAccountToken(false)
                .addToContainers(Modest.container())
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();
    }
}
