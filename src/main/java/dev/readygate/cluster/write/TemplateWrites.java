package dev.readygate.cluster.write;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readygate.api.v1alpha1.ContractNames;
import dev.readygate.cluster.book.DeclaredTemplate;
import dev.readygate.cluster.book.Ownership;
import dev.readygate.cluster.kube.JsonPatch;
import dev.readygate.cluster.kube.ObjectNames;
import dev.readygate.cluster.kube.Overtaken;
import dev.readygate.cluster.kube.Patches;
import dev.readygate.facts.RejectedTemplate;
import dev.readygate.facts.Revision;
import dev.readygate.facts.Workload;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.RollableScalableResource;
import java.util.Optional;

/** The only writes of a Deployment's template: a restore declares the baseline's, and later the user's again. */
final class TemplateWrites {
    private static final JsonNodeFactory VALUES = JsonNodeFactory.instance;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TRIES = 6;
    private static final String TEMPLATE = "/spec/template";
    private static final String PAUSED = "/spec/paused";
    private static final String OWNERS = "/metadata/managedFields";

    private final KubernetesClient client;
    private final ManagedFieldsCleaner cleaner;

    TemplateWrites(KubernetesClient client) {
        this.client = client;
        this.cleaner = new ManagedFieldsCleaner(client);
    }

    /** The template that exactly this version of the Deployment declares. */
    RejectedTemplate declared(Workload workload, long number) {
        var deployment = raw(workload, "deployments", workload.ref().name());
        if (!deployment.at("/metadata/resourceVersion").asText().equals(workload.resourceVersion())) {
            throw Overtaken.because("Deployment " + workload.ref() + " has another version by now");
        }
        return DeclaredTemplate.of(deployment, number);
    }

    /** Ends the operator's pause as well: a paused Deployment would neither roll back nor start the baseline's pods. */
    void restore(Workload workload, Revision baseline) {
        var replicaSet = raw(workload, "replicasets", baseline.name());
        if (!replicaSet.at("/metadata/uid").asText().equals(baseline.uid())) {
            throw Overtaken.because("ReplicaSet " + baseline.name() + " is another by now");
        }
        ObjectNode template = replicaSet.at(TEMPLATE).deepCopy();
        template.withObject("/metadata/labels").remove(ObjectNames.TEMPLATE_HASH);
        var patch = new JsonPatch(workload.ref().uid(), workload.resourceVersion()).put(TEMPLATE, template);
        if (workload.held().isPresent()) {
            patch.put(PAUSED, VALUES.booleanNode(false)).remove(held());
        }
        handOn(workload, deployment(workload).patch(Patches.RESTORE, patch.toString()), TRIES);
    }

    /**
     * Follows the restore at once, before a user applies the declared template again. The Deployment controller writes
     * to the Deployment at the same moment, so a conflict or two are retried; after another template the write gives
     * up.
     */
    private void handOn(Workload workload, Deployment written, int tries) {
        var now = raw(workload, "deployments", workload.ref().name()).path("metadata");
        if (!isTheSame(now, written.getMetadata())) {
            throw Overtaken.because("Deployment " + workload.ref() + " was changed by somebody else");
        }
        var owners = Ownership.handedOn(now.path("managedFields"));
        try {
            apply(workload, patch(now).put(OWNERS, owners));
        } catch (KubernetesClientException refused) {
            if (!Overtaken.by(refused) || tries == 1) {
                throw refused;
            }
            handOn(workload, written, tries - 1);
        }
    }

    private static boolean isTheSame(JsonNode now, ObjectMeta written) {
        return now.path("uid").asText().equals(written.getUid())
                && now.path("generation").asLong() == written.getGeneration();
    }

    private static JsonPatch patch(JsonNode metadata) {
        return new JsonPatch(
                metadata.path("uid").asText(), metadata.path("resourceVersion").asText());
    }

    void putBack(Workload workload, RejectedTemplate refused, Optional<String> why) {
        var patch = new JsonPatch(workload.ref().uid(), workload.resourceVersion())
                .put(TEMPLATE, DeclaredTemplate.template(refused));
        why.ifPresent(it -> patch.put(PAUSED, VALUES.booleanNode(true)).put(held(), VALUES.textNode(it)));
        apply(workload, patch);
    }

    /**
     * Writes only if the Deployment still declares the same generation, because the GateBook forgets the owners next.
     */
    void giveBack(Workload workload, RejectedTemplate refused) {
        var metadata = raw(workload, "deployments", workload.ref().name()).path("metadata");
        if (metadata.path("generation").asLong() != workload.generation()) {
            throw Overtaken.because("Deployment " + workload.ref() + " declares something else by now");
        }
        var now = metadata.path("managedFields");
        var then = Ownership.givenBack(now, DeclaredTemplate.owners(refused));
        if (!then.equals(now)) {
            apply(workload, patch(metadata).put(OWNERS, then));
        }
    }

    private static String held() {
        return "/metadata/annotations/" + ContractNames.HELD.replace("/", "~1");
    }

    private void apply(Workload workload, JsonPatch patch) {
        cleaner.cover(deployment(workload).patch(Patches.JSON, patch.toString()));
    }

    private RollableScalableResource<Deployment> deployment(Workload workload) {
        var ref = workload.ref();
        return client.apps().deployments().inNamespace(ref.namespace()).withName(ref.name());
    }

    private JsonNode raw(Workload workload, String kind, String name) {
        var path = "/apis/apps/v1/namespaces/%s/%s/%s".formatted(workload.ref().namespace(), kind, name);
        var text = client.raw(path);
        if (text == null) {
            throw Overtaken.because(path + " is gone");
        }
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the API server's answer to %s is not JSON".formatted(path), e);
        }
    }
}
