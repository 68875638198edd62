package dev.readygate.cli.check;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Hints about the input that are no results of a check, one sentence each. */
record FileNotes(CheckedFiles given) {
    private static final Set<String> NOT_SERVED = Set.of(
            "extensions/v1beta1",
            "apps/v1beta1",
            "apps/v1beta2",
            "policy/v1beta1",
            "autoscaling/v2beta1",
            "autoscaling/v2beta2");

    private static final Set<String> READ =
            Set.of("Deployment", "PodDisruptionBudget", "HorizontalPodAutoscaler", "NetworkPolicy");

    Stream<String> all() {
        return Stream.of(
                        given.sameName().stream().map(FileNotes::sameName),
                        given.things().stream().filter(FileNotes::isOutdated).map(FileNotes::outdated),
                        given.deployments().stream().flatMap(FileNotes::deprecated),
                        given.notesOnRelatedObjects().stream(),
                        given.scaledTwice())
                .flatMap(it -> it);
    }

    private static String sameName(List<Thing> deployments) {
        return "Deployment %s is given %d times, and each was judged; in one apply the last would count: %s"
                .formatted(
                        deployments.getFirst().name(),
                        deployments.size(),
                        deployments.stream().map(it -> it.place().toString()).collect(joining("; ")));
    }

    private static boolean isOutdated(Thing thing) {
        return READ.contains(thing.kind()) && NOT_SERVED.contains(thing.apiVersion());
    }

    private static String outdated(Thing thing) {
        return "%s is of %s, which no API server serves any more: left out".formatted(thing, thing.apiVersion());
    }

    private static Stream<String> deprecated(Thing deployment) {
        var pod = deployment.json().at("/spec/template/spec");
        return pod.has("serviceAccount") && !pod.has("serviceAccountName")
                ? Stream.of("%s: serviceAccount is deprecated: write serviceAccountName".formatted(deployment))
                : Stream.empty();
    }
}
