package dev.readygate.cluster;

import dev.readygate.facts.ServiceFact;
import dev.readygate.facts.ServiceFact.Form;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A Service as the API server returned it → facts. */
final class ServiceFacts {
    private ServiceFacts() {}

    /** @param pods labels of the Deployment's pods */
    static ServiceFact of(Service service, List<Map<String, String>> pods) {
        var spec = service.getSpec();
        var form = form(spec);
        return new ServiceFact(
                service.getMetadata().getName(),
                form,
                Optional.ofNullable(spec.getClusterIP()).filter(it -> form == Form.Selecting && !it.isEmpty()),
                spec.getPorts().stream()
                        .filter(it -> "TCP".equals(it.getProtocol()))
                        .map(ServiceFacts::port)
                        .toList(),
                selects(selector(spec), pods));
    }

    private static Form form(ServiceSpec spec) {
        if ("ExternalName".equals(spec.getType())) {
            return Form.ExternalName;
        }
        if ("None".equals(spec.getClusterIP())) {
            return Form.Headless;
        }
        return selector(spec).isEmpty() ? Form.WithoutSelector : Form.Selecting;
    }

    private static Map<String, String> selector(ServiceSpec spec) {
        return Optional.ofNullable(spec.getSelector()).orElse(Map.of());
    }

    /** Without a selector a Service selects nobody, not everybody. */
    private static boolean selects(Map<String, String> selector, List<Map<String, String>> pods) {
        return !selector.isEmpty() && pods.stream().anyMatch(it -> it.entrySet().containsAll(selector.entrySet()));
    }

    private static ServiceFact.Port port(ServicePort port) {
        return new ServiceFact.Port(Optional.ofNullable(port.getName()), port.getPort());
    }
}
