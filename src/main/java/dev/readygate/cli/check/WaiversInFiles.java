package dev.readygate.cli.check;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.readygate.api.v1alpha1.ReadinessWaiverSpec;
import dev.readygate.checks.Waivers;
import dev.readygate.facts.Person;
import dev.readygate.facts.Statement;
import dev.readygate.facts.WaiverFact;
import dev.readygate.policy.Selection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The given waivers. A file has no revision, so a waiver for a revision does not count. */
record WaiversInFiles(Map<String, List<WaiverInFile>> byNamespace, CheckedFiles given, Instant now) {

    static WaiversInFiles of(CheckedFiles given, Instant now) {
        return new WaiversInFiles(
                given.ours("ReadinessWaiver")
                        .collect(groupingBy(
                                given::namespaceOf,
                                mapping(
                                        it -> new WaiverInFile(it, PolicyReader.spec(it, ReadinessWaiverSpec.class)),
                                        toList()))),
                given,
                now);
    }

    Waivers of(Thing deployment) {
        return new Waivers(
                byNamespace.getOrDefault(given.namespaceOf(deployment), List.of()).stream()
                        .filter(it -> it.isFor(deployment))
                        .map(WaiverInFile::fact)
                        .toList(),
                now);
    }

    record WaiverInFile(Thing thing, ReadinessWaiverSpec spec) {
        boolean isFor(Thing deployment) {
            boolean meant = spec.selector() == null
                    ? deployment.name().equals(spec.deployment())
                    : Selection.of(spec.selector()).meets(PolicyBook.labels(deployment));
            return meant && spec.revision() == null;
        }

        WaiverFact fact() {
            var author = new Person("waiver " + thing.name(), Set.of());
            var statement =
                    new Statement(thing.name(), Optional.of(author), Instant.EPOCH, Optional.of(spec.expires()));
            return new WaiverFact(statement, spec.check(), Optional.empty(), spec.reason());
        }
    }
}
