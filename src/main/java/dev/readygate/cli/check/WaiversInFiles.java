package dev.readygate.cli.check;

import dev.readygate.api.v1alpha1.ReadinessWaiverSpec;
import dev.readygate.checks.Waivers;
import dev.readygate.facts.Person;
import dev.readygate.facts.Statement;
import dev.readygate.facts.WaiverFact;
import dev.readygate.policy.Selection;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The given waivers. A file has no revision, so a waiver for a revision does not count. */
record WaiversInFiles(CheckedFiles given, Instant now) {

    Waivers of(Thing deployment) {
        return new Waivers(
                given.ours("ReadinessWaiver")
                        .filter(it -> given.namespaceOf(it).equals(given.namespaceOf(deployment)))
                        .map(it -> new WaiverInFile(it, PolicyReader.spec(it, ReadinessWaiverSpec.class)))
                        .filter(it -> it.excuses(deployment))
                        .map(WaiverInFile::fact)
                        .toList(),
                now);
    }

    private record WaiverInFile(Thing thing, ReadinessWaiverSpec spec) {
        boolean excuses(Thing deployment) {
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
