package dev.readygate.facts;

import static java.util.Objects.requireNonNull;

/** Whether the API server enforces the gates in a namespace, as a trial showed. */
public sealed interface Enforcement {

    /** A pod of an unverified revision would get its readiness gate. */
    record Confirmed() implements Enforcement {}

    /** A pod would get its gate, in one trial so far: a policy that has just become active is not active everywhere. */
    record ConfirmedOnce() implements Enforcement {}

    /** A pod would get no gate. */
    record Refuted(String why) implements Enforcement {
        public Refuted {
            requireNonNull(why, "why");
        }
    }

    /** A trial was not possible, or has no object to run on. */
    record Untried(String why) implements Enforcement {
        public Untried {
            requireNonNull(why, "why");
        }
    }
}
