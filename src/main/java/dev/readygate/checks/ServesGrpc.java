package dev.readygate.checks;

import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.GrpcCheck;
import dev.readygate.facts.Pod;
import java.util.Objects;
import java.util.Optional;

/** The gRPC health service of every pod says SERVING. */
record ServesGrpc(CheckSpec spec, GrpcCheck grpc) implements AsksPods {

    @Override
    public PodAnswers answers() {
        var asked = service().isEmpty() ? "gRPC health" : "gRPC health of " + service();
        return new PodAnswers(spec, asked, "SERVING");
    }

    private String service() {
        return Objects.requireNonNullElse(grpc.service(), "");
    }

    @Override
    public PodTarget target() {
        return new PodTarget(grpc.target(), grpc.port());
    }

    @Override
    public Optional<Request> request(Pod pod, String address) {
        return target().portOf(pod)
                .map(port -> new Request.Grpc(
                        new Endpoint.OfPod(grpc.tls() == null ? "grpc" : "grpcs", address, port),
                        service(),
                        PodTarget.terms(grpc.tls())));
    }

    /** Whether this version can ask it at all. */
    static Optional<String> unsupported(GrpcCheck grpc) {
        return PodTarget.needsSecret(grpc.tls())
                ? Optional.of("values from Secrets")
                : PodTarget.unsupported(grpc.target());
    }
}
