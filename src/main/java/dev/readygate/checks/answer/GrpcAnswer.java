package dev.readygate.checks.answer;

import static java.util.Objects.requireNonNull;

import dev.readygate.facts.Outcome;
import dev.readygate.facts.Sample;
import java.time.Instant;

/** An answer of gRPC health. */
public sealed interface GrpcAnswer permits GrpcAnswer.GrpcHealthState, GrpcAnswer.CallFailed, NoAnswer, NotAsked {
    Sample judge(Instant at);

    /** @param state the protocol's name for it, such as SERVING */
    record GrpcHealthState(String state) implements GrpcAnswer {
        public static final GrpcHealthState SERVING = new GrpcHealthState("SERVING");

        public GrpcHealthState {
            requireNonNull(state, "state");
        }

        @Override
        public Sample judge(Instant at) {
            return new Sample(at, equals(SERVING) ? Outcome.Pass : Outcome.Fail, state, "answered " + state);
        }
    }

    /** @param status the gRPC status by its name: NOT_FOUND for a service the server does not know */
    record CallFailed(String status) implements GrpcAnswer {
        public CallFailed {
            requireNonNull(status, "status");
        }

        @Override
        public Sample judge(Instant at) {
            return new Sample(at, Outcome.Fail, status, meaning());
        }

        private String meaning() {
            return switch (status) {
                case "NOT_FOUND" -> "the server does not know this service";
                case "UNIMPLEMENTED" -> "the server has no gRPC health service";
                default -> "the health service failed with " + status;
            };
        }
    }
}
