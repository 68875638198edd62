package dev.readygate.cluster.facts;

import dev.readygate.facts.ServiceFact;
import dev.readygate.facts.ServiceFact.ServiceForm;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns a Service, as the API server returned it, into facts. */
public final class ServiceFacts {
    private ServiceFacts() {}

    /** @param pods labels of the Deployment's pods */
    public static ServiceFact of(Service service, List<Map<String, String>> pods) {
        var spec = service.getSpec();
        var form = form(spec);
        return new ServiceFact(
                service.getMetadata().getName(),
                form,
                Optional.ofNullable(spec.getClusterIP()).filter(it -> form == ServiceForm.Selecting && !it.isEmpty()),
                spec.getPorts().stream()
                        .filter(it -> "TCP".equals(it.getProtocol()))
                        .map(ServiceFacts::port)
                        .toList(),
                selects(selector(spec), pods));
    }

    private static ServiceForm form(ServiceSpec spec) {
        if ("ExternalName".equals(spec.getType())) {
            return ServiceForm.ExternalName;
        }
        if ("None".equals(spec.getClusterIP())) {
            return ServiceForm.Headless;
        }
        return selector(spec).isEmpty() ? ServiceForm.WithoutSelector : ServiceForm.Selecting;
    }

    private static Map<String, String> selector(ServiceSpec spec) {
        return Optional.ofNullable(spec.getSelector()).orElse(Map.of());
    }

    /** A Service without a selector selects no pod, not all pods. */
    private static boolean selects(Map<String, String> selector, List<Map<String, String>> pods) {
        return !selector.isEmpty() && pods.stream().anyMatch(it -> it.entrySet().containsAll(selector.entrySet()));
    }

    private static ServiceFact.ServicePort port(ServicePort port) {
        return new ServiceFact.ServicePort(Optional.ofNullable(port.getName()), port.getPort());
    }
}
