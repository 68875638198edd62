package dev.readygate.cluster.admission;

import dev.readygate.admit.CompiledPolicy;
import dev.readygate.admit.TrialPolicy;
import dev.readygate.facts.Enforcement;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Map;

/** Tries, by a dry run, to create a Deployment that the newest version of a compiled policy denies. */
public final class CompiledPolicyTrial {
    private static final Map<String, String> POD = Map.of("readygate.dev/trial", "true");

    private final KubernetesClient client;
    private final String operator;

    public CompiledPolicyTrial(KubernetesClient client, String operator) {
        this.client = client;
        this.operator = operator;
    }

    public Enforcement of(CompiledPolicy compiled, String namespace) {
        try {
            client.apps()
                    .deployments()
                    .inNamespace(namespace)
                    .resource(deployment(compiled))
                    .dryRun(true)
                    .create();
            return new Enforcement.Refuted("the API server does not act on it yet");
        } catch (KubernetesClientException refused) {
            return String.valueOf(refused.getMessage()).contains(new TrialPolicy(compiled, operator).answer())
                    ? new Enforcement.Confirmed()
                    : new Enforcement.Untried("the API server refuses the trial for another reason");
        }
    }

    private static Deployment deployment(CompiledPolicy compiled) {
        return new DeploymentBuilder()
                .withNewMetadata()
                .withGenerateName("readygate-trial-")
                .withLabels(compiled.exampleLabels())
                .withAnnotations(Map.of(TrialPolicy.MARK, compiled.fingerprint()))
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
                .addToContainers(TrialContainer.container())
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();
    }
}
