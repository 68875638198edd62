package dev.readygate.cli.check;

import static java.util.Objects.requireNonNull;

import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.cli.check.Checked.CheckedDeployment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Checks manifests against policies and packs, without a cluster.
 *
 * @param policies policies that are not among the manifests
 * @param packs packs to check as well; all packs, if there are neither these nor policies
 * @param namespace the namespace of objects that name none
 * @param now expired waivers do not count
 */
public record OfflineChecks(
        List<InputText> manifests, List<InputText> policies, Optional<Packs> packs, String namespace, Instant now) {
    public OfflineChecks {
        manifests = List.copyOf(manifests);
        policies = List.copyOf(policies);
        requireNonNull(packs, "packs");
        requireNonNull(namespace, "namespace");
        requireNonNull(now, "now");
    }

    public CheckOutcomes outcomes() {
        var trees = new SharedTrees();
        var things =
                manifests.stream().flatMap(it -> Things.in(it, trees).stream()).toList();
        if (things.isEmpty()) {
            throw new UnreadableInput("there is nothing in %s; did whatever writes it fail?".formatted(files()));
        }
        var given = CheckedFiles.of(things.stream(), namespace);
        var asking = CheckedFiles.of(
                Stream.concat(policies.stream().flatMap(it -> Things.in(it, trees).stream()), things.stream())
                        .filter(CheckedFiles::asksOrNames),
                namespace);
        return new CheckInput(given, PolicyBook.of(asking), WaiversInFiles.of(asking, now), packs).outcomes();
    }

    private String files() {
        return manifests.isEmpty()
                ? "the folders"
                : String.join(", ", manifests.stream().map(InputText::file).toList());
    }

    private record CheckInput(CheckedFiles given, PolicyBook book, WaiversInFiles waivers, Optional<Packs> named) {
        CheckOutcomes outcomes() {
            var checks = packs().checks();
            var equal = new EqualAnswers();
            var checked = given.deployments().stream()
                    .map(it -> checked(it, checks, equal))
                    .toList();
            return new CheckOutcomes(checked, notes());
        }

        private Packs packs() {
            return named.orElseGet(() -> book.policies().isEmpty() ? Packs.all(Set.of()) : Packs.NONE);
        }

        private Checked checked(Thing deployment, List<CheckSpec> packs, EqualAnswers equal) {
            var name = new CheckedDeployment(given.namespaceOf(deployment), deployment.name());
            try {
                var judge = new ManifestJudge(given.manifest(deployment), waivers.of(deployment), equal);
                var agreement = book.meeting(given.namespaceOf(deployment), PolicyBook.labels(deployment));
                return new Checked(
                        name,
                        deployment.place(),
                        Stream.of(
                                        SpreadConstraint.refused(deployment).map(ManifestJudge::misshapen).stream(),
                                        packs.stream().map(judge::answer),
                                        judge.answers(agreement).stream())
                                .flatMap(it -> it)
                                .toList(),
                        ManifestJudge.notAsked(agreement));
            } catch (UnreadableInput misshapen) {
                return new Checked(
                        name, deployment.place(), List.of(ManifestJudge.misshapen(misshapen.getMessage())), List.of());
            }
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
            new FileNotes(given).all().forEach(notes::add);
            book.policies().stream()
                    .filter(this::meetsNothing)
                    .forEach(it -> notes.add(
                            "policy %s meets none of these Deployments: its namespace, its selector, or -n may be meant otherwise"
                                    .formatted(it.policy().ref().name())));
            return notes;
        }

        private boolean meetsNothing(PolicyBook.PolicyInFile policy) {
            return given.deployments().stream()
                    .noneMatch(it -> policy.meets(given.namespaceOf(it), PolicyBook.labels(it)));
        }
    }
}
