package dev.readygate.cli.check;

import static java.util.Objects.requireNonNull;

import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.cli.check.Checked.Name;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Manifests against policies and packs, without a cluster.
 *
 * @param policies that are not among the manifests
 * @param packs asked besides; where there are neither these nor policies, all there are
 * @param namespace of whatever names none
 * @param now waivers that are over excuse nothing
 */
public record Offline(List<Text> manifests, List<Text> policies, Optional<Packs> packs, String namespace, Instant now) {
    public Offline {
        manifests = List.copyOf(manifests);
        policies = List.copyOf(policies);
        requireNonNull(packs, "packs");
        requireNonNull(namespace, "namespace");
        requireNonNull(now, "now");
    }

    public Outcomes outcomes() {
        var things = manifests.stream().flatMap(it -> Things.in(it).stream()).toList();
        if (things.isEmpty()) {
            throw new Unreadable("there is nothing in %s; did whatever writes it fail?".formatted(files()));
        }
        var given = Given.of(things.stream(), namespace);
        var all = Given.of(
                Stream.concat(policies.stream().flatMap(it -> Things.in(it).stream()), things.stream()), namespace);
        return new Asked(given, PolicyBook.of(all), new Excuses(all, now), packs).outcomes();
    }

    private String files() {
        return manifests.isEmpty()
                ? "the folders"
                : String.join(", ", manifests.stream().map(Text::file).toList());
    }

    private record Asked(Given given, PolicyBook book, Excuses excuses, Optional<Packs> named) {
        Outcomes outcomes() {
            var checks = packs().checks();
            var checked =
                    given.deployments().stream().map(it -> checked(it, checks)).toList();
            return new Outcomes(checked, notes());
        }

        private Packs packs() {
            return named.orElseGet(() -> book.policies().isEmpty() ? Packs.all(Set.of()) : Packs.NONE);
        }

        private Checked checked(Thing deployment, List<CheckSpec> packs) {
            var judge = new Judge(given.manifest(deployment), excuses.of(deployment));
            var agreement = book.meeting(given.namespaceOf(deployment), PolicyBook.labels(deployment));
            return new Checked(
                    new Name(given.namespaceOf(deployment), deployment.name()),
                    deployment.place(),
                    Stream.concat(packs.stream().map(judge::answer), judge.answers(agreement).stream())
                            .toList(),
                    Judge.notAsked(agreement));
        }

        private List<String> notes() {
            var notes = new ArrayList<String>();
            if (given.deployments().isEmpty()) {
                notes.add("there is no Deployment among %d objects: nothing was checked"
                        .formatted(given.things().size()));
            }
            if (named.isEmpty() && book.policies().isEmpty()) {
                notes.add("neither a policy nor --pack was given, so all packs were asked: " + Packs.names());
            }
            given.outdated()
                    .forEach(it -> notes.add("%s is of %s, which no API server serves any more: left out"
                            .formatted(it, it.apiVersion())));
            book.policies().stream()
                    .filter(this::meetsNothing)
                    .forEach(it -> notes.add(
                            "policy %s meets none of these Deployments: its namespace, its selector, or -n may be meant otherwise"
                                    .formatted(it.policy().ref().name())));
            return notes;
        }

        private boolean meetsNothing(PolicyBook.Placed policy) {
            return given.deployments().stream()
                    .noneMatch(it -> policy.meets(given.namespaceOf(it), PolicyBook.labels(it)));
        }
    }
}
