package dev.readygate.testing.observer;

import dev.readygate.api.v1alpha1.GateBook;
import dev.readygate.api.v1alpha1.ReadinessEvidence;
import dev.readygate.api.v1alpha1.ReadinessPolicy;
import dev.readygate.api.v1alpha1.ReadinessReport;
import dev.readygate.api.v1alpha1.ReadinessWaiver;
import dev.readygate.testing.observer.Sighting.GateSighting;
import dev.readygate.testing.observer.Sighting.SeenBook;
import dev.readygate.testing.observer.Sighting.SeenDeployment;
import dev.readygate.testing.observer.Sighting.SeenNews;
import dev.readygate.testing.observer.Sighting.SeenPod;
import dev.readygate.testing.observer.Sighting.SeenPolicy;
import dev.readygate.testing.observer.Sighting.SeenReport;
import dev.readygate.testing.observer.Sighting.SeenRevision;
import dev.readygate.testing.observer.Sighting.SeenStatement;
import dev.readygate.testing.observer.Sighting.SpecSighting;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Turns objects of the API into sightings. */
final class Sightings {
    private static final String HASH = "pod-template-hash";
    private static final String GATE = "readygate.dev/verified";
    private static final String BEHAVIOUR = "sim.readygate.dev/";
    private static final String VARIABLE = "SIM_";

    private Sightings() {}

    static Optional<Sighting> of(HasMetadata object) {
        var sighting = switch (object) {
            case Pod pod -> pod(pod);
            case ReplicaSet revision -> revision(revision);
            case Deployment deployment -> deployment(deployment);
            case GateBook book -> book(book);
            case ReadinessReport report
            when report.getStatus() != null ->
                new SeenReport(uid(report), report.getMetadata().getName(), report.getStatus());
            case ReadinessPolicy policy ->
                new SeenPolicy(uid(policy), policy.getMetadata().getName(), policy.getSpec());
            case ReadinessEvidence evidence -> statement(evidence, evidence.getSpec());
            case ReadinessWaiver waiver -> statement(waiver, waiver.getSpec());
            case Event event when "readygate.dev/operator".equals(event.getReportingController()) -> news(event);
            default -> null;
        };
        return Optional.ofNullable(sighting);
    }

    private static String uid(HasMetadata object) {
        return object.getMetadata().getUid();
    }

    private static SeenPod pod(Pod pod) {
        var labels = labels(pod);
        var hash = labels.getOrDefault(HASH, "");
        return new SeenPod(
                uid(pod),
                pod.getMetadata().getName(),
                pod.getMetadata().getOwnerReferences().stream()
                        .filter(it -> it.getKind().equals("ReplicaSet"))
                        .map(OwnerReference::getName)
                        .filter(it -> !hash.isEmpty() && it.endsWith("-" + hash))
                        .map(it -> it.substring(0, it.length() - hash.length() - 1))
                        .findFirst()
                        .orElse(""),
                hash,
                gate(pod),
                answers(pod));
    }

    private static GateSighting gate(Pod pod) {
        return new GateSighting(
                pod.getSpec().getReadinessGates().stream()
                        .anyMatch(it -> it.getConditionType().equals(GATE)),
                isTrue(pod, GATE),
                isTrue(pod, "ContainersReady"));
    }

    private static boolean isTrue(Pod pod, String condition) {
        return pod.getStatus().getConditions().stream()
                .anyMatch(it -> it.getType().equals(condition) && it.getStatus().equals("True"));
    }

    private static Map<String, String> answers(Pod pod) {
        var answers = new HashMap<String, String>();
        pod.getSpec().getContainers().getFirst().getEnv().stream()
                .filter(it -> it.getName().startsWith(VARIABLE) && it.getValue() != null)
                .forEach(it -> answers.put(setting(it.getName()), it.getValue()));
        annotations(pod).forEach((name, value) -> {
            if (name.startsWith(BEHAVIOUR)) {
                answers.put(name.substring(BEHAVIOUR.length()), value);
            }
        });
        return answers;
    }

    private static String setting(String variable) {
        return variable.substring(VARIABLE.length()).toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Map<String, String> labels(HasMetadata object) {
        return Objects.requireNonNullElse(object.getMetadata().getLabels(), Map.of());
    }

    private static Map<String, String> annotations(HasMetadata object) {
        return Objects.requireNonNullElse(object.getMetadata().getAnnotations(), Map.of());
    }

    private static SeenRevision revision(ReplicaSet revision) {
        var owner = revision.getMetadata().getOwnerReferences().stream()
                .map(OwnerReference::getName)
                .findFirst();
        return new SeenRevision(
                uid(revision),
                owner.orElse(""),
                labels(revision).getOrDefault(HASH, ""),
                template(revision.getSpec().getTemplate()),
                revision.getSpec().getReplicas());
    }

    private static SeenDeployment deployment(Deployment deployment) {
        var spec = deployment.getSpec();
        return new SeenDeployment(
                uid(deployment),
                deployment.getMetadata().getName(),
                template(spec.getTemplate()),
                owners(deployment),
                new SpecSighting(
                        spec.getReplicas(),
                        Boolean.TRUE.equals(spec.getPaused()),
                        Optional.ofNullable(annotations(deployment).get("readygate.dev/held")),
                        labels(deployment)));
    }

    private static String owners(Deployment deployment) {
        return deployment.getMetadata().getManagedFields().stream()
                .filter(it -> it.getSubresource() == null)
                .map(it -> it.getManager() + " " + it.getOperation() + " " + Serialization.asJson(it.getFieldsV1()))
                .sorted()
                .toList()
                .toString();
    }

    /**
     * Without the label that Kubernetes adds, so that a Deployment's template can be compared with its
     * ReplicaSets'.
     */
    private static String template(PodTemplateSpec template) {
        return Serialization.asJson(template.edit()
                .editOrNewMetadata()
                .removeFromLabels(HASH)
                .endMetadata()
                .build());
    }

    private static SeenBook book(GateBook book) {
        var lines = new HashMap<String, BookLine>();
        book.getSpec().deployments().forEach((name, text) -> BookLine.read(text).ifPresent(it -> lines.put(name, it)));
        return new SeenBook(uid(book), lines);
    }

    private static SeenStatement statement(HasMetadata object, Object spec) {
        return new SeenStatement(
                uid(object), object.getKind(), object.getMetadata().getName(), Serialization.asJson(spec));
    }

    private static SeenNews news(Event event) {
        return new SeenNews(uid(event), event.getRegarding().getUid(), event.getReason(), event.getNote());
    }
}
