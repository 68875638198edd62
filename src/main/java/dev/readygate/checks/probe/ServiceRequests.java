package dev.readygate.checks.probe;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import dev.readygate.api.v1alpha1.Port;
import dev.readygate.checks.Ask;
import dev.readygate.checks.Check;
import dev.readygate.checks.Finding;
import dev.readygate.checks.Finding.Measured;
import dev.readygate.checks.FindingReason;
import dev.readygate.checks.Subject;
import dev.readygate.checks.answer.Endpoint;
import dev.readygate.facts.ServiceFact;
import java.util.List;
import java.util.Optional;

/** A probe that asks the Service in front of the pods, as its clients do. */
record ServiceRequests(Probe probe) implements Check {
    ServiceRequests {
        requireNonNull(probe, "probe");
    }

    /** The outcome of finding the Service. */
    private sealed interface ServiceLookup {
        record At(String service, Endpoint endpoint) implements ServiceLookup {}

        /** @param why a sentence that says what to write */
        record Nowhere(String why) implements ServiceLookup {}
    }

    @Override
    public Finding evaluate(Subject subject) {
        return switch (find(subject)) {
            case ServiceLookup.At at -> answer(at).finding(subject);
            case ServiceLookup.Nowhere(var why) -> nowhere(why, subject);
        };
    }

    @Override
    public List<Ask> asks(Subject subject) {
        return switch (find(subject)) {
            case ServiceLookup.At at -> List.of(answer(at).ask(subject, probe.to(at.endpoint())));
            case ServiceLookup.Nowhere nowhere -> List.of();
        };
    }

    private WholeAnswer answer(ServiceLookup.At at) {
        return new WholeAnswer(probe.spec(), probe.asked() + " of Service " + at.service(), probe.limit());
    }

    /** Without pods a Service leads nowhere, and the operator cannot tell which one is meant. */
    private Finding nowhere(String why, Subject subject) {
        boolean asleep = subject.world().workload().desired().replicas() == 0;
        return new Finding(
                probe.spec().name(),
                asleep ? FindingReason.NoReplicas : FindingReason.NoService,
                asleep ? "scaled to zero, there is nobody to ask" : why,
                new Measured("", probe.limit()),
                Optional.empty());
    }

    private ServiceLookup find(Subject subject) {
        var services = subject.world().neighbours().services();
        return probe.whom()
                .service()
                .map(it -> named(it, services))
                .orElseGet(() ->
                        only(services.stream().filter(ServiceFact::selectsUs).toList()));
    }

    private ServiceLookup named(String name, List<ServiceFact> services) {
        return services.stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .map(this::at)
                .orElseGet(() -> new ServiceLookup.Nowhere(
                        "there is no Service %s in this namespace: create it, or name another in serviceName"
                                .formatted(name)));
    }

    private ServiceLookup only(List<ServiceFact> selecting) {
        return switch (selecting.size()) {
            case 0 -> new ServiceLookup.Nowhere("no Service selects the pods: create one, or name one in serviceName");
            case 1 -> at(selecting.getFirst());
            default ->
                new ServiceLookup.Nowhere("the Services %s select the pods: name one of them in serviceName"
                        .formatted(selecting.stream()
                                .map(ServiceFact::name)
                                .sorted()
                                .collect(joining(", "))));
        };
    }

    private ServiceLookup at(ServiceFact service) {
        return switch (service.form()) {
            case Headless -> refused(service, "is headless and has no address of its own; use target NewPods");
            case ExternalName -> refused(service, "leads outside of the cluster; use url");
            case WithoutSelector -> refused(service, "selects no pods, so nobody vouches for where it leads; use url");
            case Selecting -> atPort(service);
        };
    }

    private ServiceLookup atPort(ServiceFact service) {
        return service.ports().stream()
                .filter(it ->
                        probe.whom().port().map(wanted -> fits(wanted, it)).orElse(true))
                .findFirst()
                .flatMap(port -> service.address().map(it -> at(service, it, port)))
                .orElseGet(() -> refused(service, "has no such TCP port; it has " + ports(service)));
    }

    private ServiceLookup at(ServiceFact service, String address, ServiceFact.ServicePort port) {
        return new ServiceLookup.At(service.name(), new Endpoint.OfService(probe.scheme(), address, port.number()));
    }

    private static boolean fits(Port wanted, ServiceFact.ServicePort port) {
        return wanted.number()
                .map(it -> it == port.number())
                .orElseGet(() -> port.name().equals(wanted.name()));
    }

    private static String ports(ServiceFact service) {
        return service.ports().isEmpty()
                ? "none"
                : service.ports().stream()
                        .map(it -> it.name().map(name -> name + " ").orElse("") + it.number())
                        .collect(joining(", "));
    }

    private static ServiceLookup refused(ServiceFact service, String why) {
        return new ServiceLookup.Nowhere("the Service " + service.name() + " " + why);
    }
}
