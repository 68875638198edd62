package dev.readygate.checks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readygate.checks.cel.CelExpression;
import dev.readygate.checks.cel.CelValues;
import dev.readygate.checks.cel.Vocabulary;
import dev.readygate.checks.cel.Vocabulary.Sort;
import dev.readygate.facts.Manifest;
import dev.readygate.facts.Manifest.Around;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The names an expression over a manifest may use. */
final class ManifestNames {
    private static final Vocabulary NAMES = new Vocabulary(Map.of(
            "object", Sort.Anything,
            "pdbs", Sort.Objects,
            "hpas", Sort.Objects,
            "services", Sort.Objects,
            "networkPolicies", Sort.Objects,
            "serviceAccount", Sort.Anything,
            "params", Sort.Anything));

    static final Set<String> AROUND = Set.of("pdbs", "hpas", "services", "networkPolicies", "serviceAccount");

    private ManifestNames() {}

    static CelExpression compiled(String text) {
        return CelExpression.truth(text, NAMES);
    }

    static Map<String, Object> values(Manifest manifest, ObjectNode params) {
        var values = new HashMap<String, Object>();
        values.put("object", manifest.object());
        values.put("params", params == null ? Map.of() : CelValues.ofObject(params));
        manifest.around().ifPresent(it -> put(it, values));
        return values;
    }

    private static void put(Around around, Map<String, Object> values) {
        values.put("pdbs", around.pdbs());
        values.put("hpas", around.hpas());
        values.put("services", around.services());
        values.put("networkPolicies", around.networkPolicies());
        values.put("serviceAccount", around.serviceAccount());
    }
}
