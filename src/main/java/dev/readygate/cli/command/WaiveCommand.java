package dev.readygate.cli.command;

import dev.readygate.api.v1alpha1.CheckOutcome;
import dev.readygate.api.v1alpha1.CheckResult;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.api.v1alpha1.ReadinessWaiver;
import dev.readygate.api.v1alpha1.ReadinessWaiverSpec;
import dev.readygate.cli.cluster.CommandRefused;
import dev.readygate.cli.cluster.ReportWaiter;
import dev.readygate.cli.cluster.Session;
import dev.readygate.cli.plan.Expiry;
import dev.readygate.cli.plan.ObjectName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "waive",
        description = {
            "Excuse one check that fails, for one Deployment, until a moment, for a reason: its gate lets pass then, and"
                    + " it counts in no score. What nobody knows is not excused. It takes the right to create"
                    + " ReadinessWaivers."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubectl readygate waive healthy --deployment cart --reason 'the search index is being rebuilt'"
                    + " --expires 14d --owner 'team search'",
            "  kubectl readygate waive healthy --deployment cart --reason 'the search index is being rebuilt'"
                    + " --expires 2099-01-31T12:00:00Z --dry-run=client -o yaml"
        })
final class WaiveCommand extends Verb {
    private static final int SHORTEST_REASON = 10;

    @Parameters(paramLabel = "CHECK", description = "The name of the check.")
    private String check;

    @Option(names = "--deployment", required = true, paramLabel = "NAME", description = "For which Deployment.")
    private String deployment;

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "Why, in a sentence that others will understand.")
    private String reason;

    @Option(
            names = "--expires",
            required = true,
            paramLabel = "WHEN",
            description = "The check counts again from then on: after a time such as 14d, or at 2026-12-31T12:00:00Z.")
    private String expires;

    @Option(names = "--owner", paramLabel = "WHO", description = "Who sees to it that the check passes by then.")
    private String owner;

    @Option(names = "--link", paramLabel = "URL", description = "Where it is tracked.")
    private String link;

    @Option(
            names = "--revision",
            paramLabel = "HASH",
            description = "Only for this revision: its pod-template-hash; otherwise for whatever runs.")
    private String revision;

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
        var spec = asTyped(() -> spec(now));
        var before = creation.isOnlyShown() ? Optional.<ReadinessReportStatus>empty() : session.status(deployment);
        before.ifPresent(this::refuseUnknownCheck);
        var waiver = new ReadinessWaiver();
        waiver.setMetadata(creation.metadata(session, where.namespace(), ObjectName.of(now, deployment, check)));
        waiver.setSpec(spec);
        var made = creation.make(session, waiver);
        if (creation.isForPeople()) {
            tell(session, made, before);
        } else {
            say(creation.shown(List.of(made)));
        }
        return DONE;
    }

    private ReadinessWaiverSpec spec(Instant now) {
        TypedNames.reported("CHECK", check);
        if (reason.strip().length() < SHORTEST_REASON) {
            throw new IllegalArgumentException(
                    "--reason takes a sentence that others will understand, of %d characters or more"
                            .formatted(SHORTEST_REASON));
        }
        return new ReadinessWaiverSpec(
                check,
                deployment,
                null,
                revision,
                reason.strip(),
                Expiry.of(expires, now),
                owner,
                TypedNames.address(link),
                null);
    }

    private void refuseUnknownCheck(ReadinessReportStatus status) {
        if (ReportWaiter.result(status, check).isEmpty()) {
            var asked = status.checks().stream().map(CheckResult::name).collect(Collectors.joining(", "));
            throw new CommandRefused("Nobody asks %s of %s; asked are %s.".formatted(check, deployment, asked));
        }
    }

    private void tell(Session session, ReadinessWaiver made, Optional<ReadinessReportStatus> before) {
        say("Excused %s of %s until %s. It is waiver %s."
                .formatted(
                        check,
                        deployment,
                        made.getSpec().expires(),
                        made.getMetadata().getName()));
        var result = before.flatMap(it -> ReportWaiter.result(it, check));
        if (result.map(CheckResult::outcome).filter(CheckOutcome.Fail::equals).isEmpty()) {
            say("It does not fail now (%s), so nothing changes until it does."
                    .formatted(result.map(CheckResult::outcome)
                            .map(String::valueOf)
                            .orElse("nothing is reported of it yet")));
            return;
        }
        new ReportWaiter(session, deployment, wait)
                .of(List.of(check), before.orElseThrow())
                .flatMap(it -> ReportWaiter.result(it, check))
                .ifPresentOrElse(
                        it -> say("%s is %s: %s".formatted(check, it.outcome(), it.message())),
                        () -> say("Next: kubectl readygate explain " + deployment));
    }
}
