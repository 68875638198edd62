package dev.readygate.facts;

import java.util.List;

/** What was stated and may concern the Deployment. Whether it stands is for the checks to say. */
public record Statements(List<EvidenceFact> evidence, List<WaiverFact> waivers) {
    public static final Statements NONE = new Statements(List.of(), List.of());

    public Statements {
        evidence = List.copyOf(evidence);
        waivers = List.copyOf(waivers);
    }
}
