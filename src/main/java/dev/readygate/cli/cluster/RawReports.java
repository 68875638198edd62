package dev.readygate.cli.cluster;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.LinkedHashMap;
import java.util.List;

/** Reports, unchanged, for programs: one by itself, several as a List. */
public record RawReports(List<GenericKubernetesResource> reports, boolean one) {

    public static RawReports of(Session session, boolean everywhere, List<String> names) {
        var all = session.client().genericKubernetesResources(RawKinds.REPORT);
        var listed = (everywhere ? all.inAnyNamespace() : all.inNamespace(session.namespace()))
                .list()
                .getItems();
        var wanted = listed.stream()
                .filter(it -> names.isEmpty() || names.contains(it.getMetadata().getName()))
                .toList();
        wanted.forEach(it -> it.getMetadata().setManagedFields(List.of()));
        return new RawReports(wanted, names.size() == 1 && wanted.size() == 1);
    }

    public Object whole() {
        return one ? reports.getFirst() : list();
    }

    private Object list() {
        var list = new LinkedHashMap<String, Object>();
        list.put("apiVersion", "v1");
        list.put("kind", "List");
        list.put("items", reports);
        return list;
    }
}
