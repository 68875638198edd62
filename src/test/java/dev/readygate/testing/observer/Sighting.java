package dev.readygate.testing.observer;

import dev.readygate.api.v1alpha1.ReadinessPolicySpec;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import java.util.Map;
import java.util.Optional;

/** One object at one moment: only the fields that an invariant needs. */
public sealed interface Sighting {

    /** Distinguishes objects of one kind, also from a later one of the same name. */
    String uid();

    /**
     * @param deployment by the name of its ReplicaSet; empty for other pods
     * @param answers the behaviour of the simulated program, by the name of the setting
     */
    record SeenPod(
            String uid, String name, String deployment, String hash, GateSighting gate, Map<String, String> answers)
            implements Sighting {
        public SeenPod {
            answers = Map.copyOf(answers);
        }
    }

    /** @param up whether all of its containers are ready */
    record GateSighting(boolean born, boolean open, boolean up) {}

    record SeenRevision(String uid, String deployment, String hash, String template, int wanted) implements Sighting {}

    /** @param owners the field managers: returning fields to their owner is a change, too */
    record SeenDeployment(String uid, String name, String template, String owners, SpecSighting wish)
            implements Sighting {}

    /**
     * The spec of the Deployment besides its template.
     *
     * @param held why it is paused by Readygate, if it is
     */
    record SpecSighting(int replicas, boolean paused, Optional<String> held, Map<String, String> labels) {
        public SpecSighting {
            labels = Map.copyOf(labels);
        }
    }

    record SeenBook(String uid, Map<String, BookLine> lines) implements Sighting {
        public SeenBook {
            lines = Map.copyOf(lines);
        }
    }

    record SeenReport(String uid, String deployment, ReadinessReportStatus status) implements Sighting {
        boolean isAbout(String hash) {
            return status.revision() != null && hash.equals(status.revision().hash());
        }
    }

    record SeenPolicy(String uid, String name, ReadinessPolicySpec spec) implements Sighting {}

    /** Evidence or a waiver. */
    record SeenStatement(String uid, String kind, String name, String spec) implements Sighting {}

    /** An Event of the operator. */
    record SeenNews(String uid, String about, String reason, String note) implements Sighting {}
}
