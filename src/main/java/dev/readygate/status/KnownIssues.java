package dev.readygate.status;

import dev.readygate.api.v1alpha1.KnownIssue;
import dev.readygate.checks.Finding;
import dev.readygate.facts.Person;
import dev.readygate.facts.Snapshot;
import dev.readygate.facts.Statement;
import dev.readygate.facts.WaiverFact;
import java.util.List;
import java.util.Optional;

/** Failing checks that a waiver excuses: known, owned, and due by a date. */
final class KnownIssues {
    private KnownIssues() {}

    static List<KnownIssue> of(Report report) {
        return report.decision().findings().stream()
                .flatMap(it -> it.basis().waiver().flatMap(name -> waiver(name, report.world())).stream()
                        .map(waiver -> issue(it, waiver)))
                .toList();
    }

    private static Optional<WaiverFact> waiver(String name, Snapshot world) {
        return world.statements().waivers().stream()
                .filter(it -> it.statement().name().equals(name))
                .findFirst();
    }

    private static KnownIssue issue(Finding finding, WaiverFact waiver) {
        var statement = waiver.statement();
        return new KnownIssue(
                finding.check(),
                statement.name(),
                waiver.reason(),
                statement.until().orElse(null),
                waiver.owner().orElse(null),
                by(statement),
                waiver.link().orElse(null));
    }

    private static String by(Statement statement) {
        return statement.by().map(Person::user).orElse(null);
    }
}
