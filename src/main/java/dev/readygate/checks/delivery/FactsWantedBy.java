package dev.readygate.checks.delivery;

import static java.util.Objects.requireNonNullElse;

import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.GrpcCheck;
import dev.readygate.api.v1alpha1.HttpCheck;
import dev.readygate.api.v1alpha1.ProbeTarget;
import dev.readygate.api.v1alpha1.TcpCheck;
import dev.readygate.api.v1alpha1.VerifiedCheck;
import dev.readygate.facts.DeploymentRef;
import dev.readygate.facts.ExtraFacts;
import dev.readygate.facts.ReportRef;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The facts that checks need beyond the Deployment. */
public final class FactsWantedBy {
    private FactsWantedBy() {}

    public static ExtraFacts checks(List<CheckSpec> checks, DeploymentRef of) {
        return new ExtraFacts(checks.stream().anyMatch(FactsWantedBy::asksService), reports(checks, of));
    }

    private static boolean asksService(CheckSpec spec) {
        return spec.kind() instanceof HttpCheck http && http.target() == ProbeTarget.Service
                || spec.kind() instanceof TcpCheck tcp && tcp.target() == ProbeTarget.Service
                || spec.kind() instanceof GrpcCheck grpc && grpc.target() == ProbeTarget.Service;
    }

    private static Set<ReportRef> reports(List<CheckSpec> checks, DeploymentRef of) {
        return checks.stream()
                .flatMap(it -> Stream.ofNullable(it.verified()))
                .map(it -> other(it, of))
                .collect(Collectors.toSet());
    }

    static ReportRef other(VerifiedCheck verified, DeploymentRef of) {
        return new ReportRef(
                requireNonNullElse(verified.namespace(), of.namespace()),
                requireNonNullElse(verified.name(), of.name()));
    }
}
