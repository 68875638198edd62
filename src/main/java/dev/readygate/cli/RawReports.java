package dev.readygate.cli;

import dev.readygate.cli.StatusCommand.StatusOutput;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.LinkedHashMap;
import java.util.List;

/** Reports, unchanged, for programs: one by itself, several as a List. */
record RawReports(List<GenericKubernetesResource> reports, boolean one, KubernetesSerialization form) {

    static RawReports of(Session session, boolean everywhere, List<String> names) {
        var all = session.client().genericKubernetesResources(RawKinds.REPORT);
        var listed = (everywhere ? all.inAnyNamespace() : all.inNamespace(session.namespace()))
                .list()
                .getItems();
        var wanted = listed.stream()
                .filter(it -> names.isEmpty() || names.contains(it.getMetadata().getName()))
                .toList();
        wanted.forEach(it -> it.getMetadata().setManagedFields(List.of()));
        return new RawReports(
                wanted,
                names.size() == 1 && wanted.size() == 1,
                session.client().getKubernetesSerialization());
    }

    String text(StatusOutput output) {
        var object = one ? reports.getFirst() : list();
        return output == StatusOutput.json ? form.asJson(object) : form.asYaml(object);
    }

    private Object list() {
        var list = new LinkedHashMap<String, Object>();
        list.put("apiVersion", "v1");
        list.put("kind", "List");
        list.put("items", reports);
        return list;
    }
}
