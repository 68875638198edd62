package dev.readygate.checks.probe;

import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.GrpcCheck;
import dev.readygate.checks.CheckType;
import dev.readygate.checks.Request;
import dev.readygate.checks.answer.Endpoint;
import dev.readygate.checks.answer.Tls;
import java.util.Objects;

/** The gRPC health service says SERVING. */
public record GrpcEvaluator(CheckSpec spec, GrpcCheck grpc) implements Probe {
    public static final CheckType<GrpcCheck> TYPE = CheckType.of(
                    GrpcCheck.class, (spec, grpc) -> new GrpcEvaluator(spec, grpc).check())
            .mistakes((spec, grpc) -> ProbeTargets.of(grpc).mistakeAt(spec.gate()))
            .notAtAdmit(CheckType.NEEDS_PODS);

    @Override
    public ProbeTargets whom() {
        return ProbeTargets.of(grpc);
    }

    @Override
    public String asked() {
        return service().isEmpty() ? "gRPC health" : "gRPC health of " + service();
    }

    private String service() {
        return Objects.requireNonNullElse(grpc.service(), "");
    }

    @Override
    public String limit() {
        return "SERVING";
    }

    @Override
    public String scheme() {
        return grpc.tls() == null ? "grpc" : "grpcs";
    }

    @Override
    public Request to(Endpoint endpoint) {
        return new Request.Grpc(endpoint, service(), Tls.of(grpc.tls()));
    }
}
