package dev.readygate.facts;

import java.util.List;
import java.util.Map;

/** The objects around the Deployment, as far as its checks need them. */
public record Neighbours(List<ServiceFact> services, Map<ReportRef, PromotedBaseline> reports) {
    public static final Neighbours NONE = new Neighbours(List.of(), Map.of());

    public Neighbours {
        services = List.copyOf(services);
        reports = Map.copyOf(reports);
    }
}
