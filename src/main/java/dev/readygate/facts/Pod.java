package dev.readygate.facts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One pod of the Deployment.
 *
 * @param address the pod's own IP, absent until it has one
 * @param ports named container ports
 * @param firstPort the first declared container port, for checks that name none
 * @param started since when its containers run; absent while they do not
 */
public record Pod(
        String name,
        String uid,
        String hash,
        Optional<String> address,
        Map<String, Integer> ports,
        Optional<Integer> firstPort,
        Optional<Instant> started,
        PodState state) {

    public Pod {
        requireNonNull(name, "name");
        requireNonNull(uid, "uid");
        requireNonNull(hash, "hash");
        requireNonNull(address, "address");
        requireNonNull(firstPort, "firstPort");
        requireNonNull(started, "started");
        requireNonNull(state, "state");
        ports = Map.copyOf(ports);
    }

    /**
     * @param crashing a container of it ends again and again, and starts only after a pause
     * @param servedSince since when it may take traffic, if it may
     */
    public record PodState(
            boolean containersReady,
            boolean ready,
            boolean terminating,
            boolean crashing,
            PodGate gate,
            Optional<Instant> servedSince) {
        public PodState {
            requireNonNull(gate, "gate");
            requireNonNull(servedSince, "servedSince");
        }

        public PodState(boolean containersReady, boolean ready, boolean terminating, boolean crashing, PodGate gate) {
            this(containersReady, ready, terminating, crashing, gate, Optional.empty());
        }
    }

    /** Readygate's readiness gate on the pod. */
    public enum PodGate {
        /** The pod was admitted without one: it is of a verified revision, or no gate was enforced then. */
        None,
        Closed,
        Open
    }

    /** It has an address and is not terminating. */
    public boolean answers() {
        return address.isPresent() && !state.terminating();
    }
}
