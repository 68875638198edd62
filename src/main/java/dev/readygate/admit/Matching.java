package dev.readygate.admit;

import static java.util.stream.Collectors.joining;

import dev.readygate.admit.CompiledPolicy.NamedExpression;
import dev.readygate.facts.ProgressiveDelivery;
import java.util.List;

/** Selects the changes of a Deployment that matter at gate Admit. */
final class Matching {
    private static final String LABELS = "dyn(%s).spec.template.metadata.?labels.orValue({})";
    private static final String ANNOTATIONS = "dyn(%s).spec.template.metadata.?annotations.orValue({})";

    private Matching() {}

    /** A new template, unless another progressive delivery controller manages the Deployment. */
    static List<NamedExpression> conditions() {
        return List.of(
                new NamedExpression("new-template", newTemplate()),
                new NamedExpression("not-driven-elsewhere", notDriven()));
    }

    /** Scaling, restarting and labelling are always admitted. */
    private static String newTemplate() {
        return "request.operation == 'CREATE' || dyn(object).spec.template.spec != dyn(oldObject).spec.template.spec"
                + " || %s != %s || %s || %s"
                        .formatted(
                                LABELS.formatted("object"),
                                LABELS.formatted("oldObject"),
                                lacks("object", "oldObject"),
                                lacks("oldObject", "object"));
    }

    private static String lacks(String one, String other) {
        var theirs = ANNOTATIONS.formatted(other);
        return "!%1$s.all(k, k == 'kubectl.kubernetes.io/restartedAt' || %2$s[?k] == optional.of(%1$s[k]))"
                .formatted(ANNOTATIONS.formatted(one), theirs);
    }

    /**
     * A user can write an owner reference into a manifest; the authorizer shows that the requester is really that
     * controller.
     */
    private static String notDriven() {
        return ProgressiveDelivery.GROUPS.stream().map(Matching::notDrivenBy).collect(joining(" && "));
    }

    private static String notDrivenBy(String group) {
        return ("!(dyn(object).metadata.?ownerReferences.orValue([])"
                        + ".exists(o, o.?controller.orValue(false) && o.apiVersion.split('/')[0] == %1$s)"
                        + " && authorizer.group(%1$s).resource(%2$s).subresource('status').namespace(request.namespace)"
                        + ".check('update').allowed())")
                .formatted(Cel.text(group), Cel.text(ProgressiveDelivery.RESOURCES.get(group)));
    }
}
