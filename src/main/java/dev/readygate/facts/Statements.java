package dev.readygate.facts;

import java.util.List;

/** Statements that may concern the Deployment. The checks decide whether each of them stands. */
public record Statements(List<EvidenceFact> evidence, List<WaiverFact> waivers) {
    public static final Statements NONE = new Statements(List.of(), List.of());

    public Statements {
        evidence = List.copyOf(evidence);
        waivers = List.copyOf(waivers);
    }
}
