package dev.readygate.cli.command;

import dev.readygate.api.v1alpha1.CheckResult;
import dev.readygate.api.v1alpha1.ReadinessEvidence;
import dev.readygate.api.v1alpha1.ReadinessEvidenceSpec;
import dev.readygate.api.v1alpha1.ReadinessEvidenceSpec.EvidenceOutcome;
import dev.readygate.api.v1alpha1.ReadinessEvidenceSpec.EvidenceSubject;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.cli.cluster.CommandRefused;
import dev.readygate.cli.cluster.ReportWaiter;
import dev.readygate.cli.cluster.Session;
import dev.readygate.cli.cluster.Whoami;
import dev.readygate.cli.plan.Approval;
import dev.readygate.cli.plan.Expiry;
import dev.readygate.cli.plan.ObjectName;
import dev.readygate.cli.plan.ReportedDeployment;
import dev.readygate.cli.plan.SignOff;
import dev.readygate.cli.plan.SignOff.SignOffRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "approve",
        description = {
            "Agree to the revision that waits for approvals, or refuse it. It is evidence in your name; the operator"
                    + " decides whether your word counts. It takes the right to create ReadinessEvidence."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubectl readygate approve cart",
            "  kubectl readygate approve cart --type release-signoff --note 'seen in staging'",
            "  kubectl readygate approve cart --reject --note 'the migration cannot be undone'"
        })
final class ApproveCommand extends Verb {
    @Parameters(paramLabel = "DEPLOYMENT", description = "Its name.")
    private String name;

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description = "Only for the checks that ask for this type; otherwise all that wait for an approval now.")
    private String type;

    @Option(
            names = "--revision",
            paramLabel = "HASH",
            description = "Only if this is the revision that waits, such as the one you have looked at.")
    private String revision;

    @Option(names = "--reject", description = "Refuse it: whoever may approve may also refuse, for all.")
    private boolean reject;

    @Option(names = "--note", paramLabel = "TEXT", description = "Why.")
    private String note;

    @Option(names = "--expires", paramLabel = "WHEN", description = "It does not count from then on, such as 7d.")
    private String expires;

    @Option(
            names = "--wait",
            paramLabel = "TIME",
            defaultValue = "10s",
            converter = TimeSpan.class,
            description = "How long to wait for what the report says of it (default: ${DEFAULT-VALUE}).")
    private Duration wait;

    @Mixin
    private Creation creation;

    @Override
    int run(Session session) {
        var now = Instant.now();
        var until = asTyped(
                () -> Optional.ofNullable(expires).map(it -> Expiry.of(it, now)).orElse(null));
        var known = session.known(name);
        var question = new SignOffRequest(
                known, outcome(), Optional.ofNullable(type), Optional.ofNullable(revision), Whoami.ask(session));
        return switch (question.answer()) {
            case SignOff.NothingToSign it -> throw new CommandRefused(it.sentence());
            case SignOff.SignOffPlan it
            when creation.isNamed() && it.types().size() > 1 ->
                throw new CommandRefused(
                        "These are %d approvals, which cannot all have one --name: choose one with --type."
                                .formatted(it.types().size()));
            case SignOff.SignOffPlan it -> {
                var made = it.types().stream()
                        .map(each -> creation.make(session, evidence(session, it, each, until)))
                        .toList();
                if (creation.isForPeople()) {
                    tell(session, known.current().orElseThrow(), it, made);
                } else {
                    say(creation.shown(made));
                }
                yield DONE;
            }
        };
    }

    private EvidenceOutcome outcome() {
        return reject ? EvidenceOutcome.Fail : EvidenceOutcome.Pass;
    }

    private ReadinessEvidence evidence(Session session, SignOff.SignOffPlan given, String each, Instant until) {
        var evidence = new ReadinessEvidence();
        evidence.setMetadata(creation.metadata(session, where.namespace(), ObjectName.of(Instant.now(), name, each)));
        var about = new EvidenceSubject(name, given.revision(), null, null);
        evidence.setSpec(new ReadinessEvidenceSpec(each, about, outcome(), null, null, note, until, null));
        return evidence;
    }

    private void tell(
            Session session, ReadinessReportStatus before, SignOff.SignOffPlan given, List<ReadinessEvidence> made) {
        made.forEach(it -> say("%s revision %s of %s for %s. It is evidence %s."
                .formatted(
                        reject ? "Refused" : "Approved",
                        given.revision(),
                        name,
                        it.getSpec().type(),
                        it.getMetadata().getName())));
        given.left().forEach(it -> say("Left to others: %s.".formatted(it)));
        var checks = given.answered().stream().map(Approval::check).toList();
        new ReportWaiter(session, name, wait)
                .of(checks, before)
                .ifPresentOrElse(it -> tellReport(it, checks), () -> say("Next: kubectl readygate explain " + name));
    }

    private void tellReport(ReadinessReportStatus now, List<String> checks) {
        checks.stream()
                .flatMap(it -> ReportWaiter.result(now, it).stream())
                .forEach(it -> say("%s is %s: %s".formatted(it.name(), it.outcome(), said(it))));
        say("%s: %s".formatted(name, ReportedDeployment.sentence(now)));
    }

    private static String said(CheckResult result) {
        return Optional.ofNullable(result.message()).orElse("");
    }
}
