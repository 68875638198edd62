package dev.readygate.checks.manifest;

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

    /** The container in what each of them has to keep. */
    private static final String CONTAINER = "c";

    private static final Vocabulary OF_A_CONTAINER = NAMES.and(CONTAINER, Sort.Anything);

    static CelExpression aboutAContainer(String text) {
        return CelExpression.truth(text, OF_A_CONTAINER);
    }

    static Map<String, Object> with(Map<?, ?> container, Map<String, Object> values) {
        var all = new HashMap<>(values);
        all.put(CONTAINER, CelValues.ofPlain(container));
        return all;
    }

    static CelExpression compiled(String text) {
        return CelExpression.truth(text, NAMES);
    }

    static Map<String, Object> values(Manifest manifest, ObjectNode params) {
        var values = new HashMap<String, Object>();
        values.put("object", CelValues.ofPlain(manifest.object()));
        values.put("params", params == null ? Map.of() : CelValues.ofPlain(CelValues.ofObject(params)));
        manifest.around().ifPresent(it -> put(it, values));
        return values;
    }

    private static void put(Around around, Map<String, Object> values) {
        values.put("pdbs", CelValues.ofPlain(around.pdbs()));
        values.put("hpas", CelValues.ofPlain(around.hpas()));
        values.put("services", CelValues.ofPlain(around.services()));
        values.put("networkPolicies", CelValues.ofPlain(around.networkPolicies()));
        values.put("serviceAccount", CelValues.ofPlain(around.serviceAccount()));
    }
}
