package dev.readygate.admit;

import static java.util.stream.Collectors.joining;

import dev.readygate.admit.CompiledPolicy.CelText;
import dev.readygate.admit.CompiledPolicy.CompiledScope;
import dev.readygate.admit.CompiledPolicy.NamedExpression;
import dev.readygate.admit.CompiledPolicy.RuleEffect;
import dev.readygate.admit.CompiledPolicy.Validation;
import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.checks.kinds.Mistakes;
import dev.readygate.checks.manifest.AdmitExpressions;
import dev.readygate.checks.manifest.AdmitExpressions.AdmitExpression;
import dev.readygate.policy.PolicyCheck;
import dev.readygate.policy.Resolved;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Compiles a policy's manifest checks at gate Admit for the API server. The rules are taken word for word; they see
 * {@code object} and {@code params} as in the operator, because each is wrapped in a list of one, whose element has
 * that name.
 */
public final class Compiling {
    /** The fields of a Deployment that the operator sees; rules must not depend on others. */
    private static final NamedExpression SEEN = new NamedExpression("seen", seen());

    private static final String TIMES =
            "dyn(object).metadata.?managedFields.orValue([]).filter(m, has(m.time)).map(m, timestamp(m.time))"
                    + " + [timestamp(dyn(object).metadata.creationTimestamp)]";

    private final PolicyId policy;
    private final List<AdmitWaiver> waivers;

    private Compiling(PolicyId policy, List<AdmitWaiver> waivers) {
        this.policy = policy;
        this.waivers = waivers;
    }

    /**
     * @param namespace of the policy; empty for a ClusterReadinessPolicy
     * @param waivers of all namespaces that the policy selects
     * @return empty if the policy has no check for the API server
     */
    public static Optional<CompiledPolicy> of(
            Resolved resolved, String namespace, CompiledScope where, List<AdmitWaiver> waivers) {
        var policy = policy(resolved, namespace);
        var checks = checks(resolved);
        return effect(resolved)
                .filter(it -> !checks.isEmpty())
                .map(it -> new CompiledPolicy(
                        policy, resolved.policy().uid(), it, where, new Compiling(policy, waivers).text(checks)));
    }

    public static PolicyId policy(Resolved resolved, String namespace) {
        var ref = resolved.policy().ref();
        return new PolicyId(ref.kind(), namespace, ref.name());
    }

    /** Whether the policy has a check for the API server. */
    public static boolean asks(Resolved resolved) {
        return effect(resolved).isPresent() && !checks(resolved).isEmpty();
    }

    private static Optional<RuleEffect> effect(Resolved resolved) {
        return switch (resolved.policy().spec().mode()) {
            case Observe -> Optional.empty();
            case Warn -> Optional.of(RuleEffect.Warn);
            case Enforce -> Optional.of(RuleEffect.Deny);
        };
    }

    private static List<AdmitExpressions> checks(Resolved resolved) {
        return resolved.checks().stream()
                .filter(it -> it.mistake().isEmpty())
                .map(PolicyCheck::spec)
                .filter(it -> it.gate() == Gate.Admit && it.manifest() != null)
                .filter(it -> Mistakes.in(it).isEmpty())
                .map(AdmitExpressions::of)
                .toList();
    }

    private CelText text(List<AdmitExpressions> checks) {
        var each = IntStream.range(0, checks.size())
                .mapToObj(it -> new OneCheck(it, checks.get(it), waivers(checks.get(it))))
                .toList();
        var variables = Stream.concat(
                Stream.of(SEEN, new NamedExpression("times", TIMES)),
                each.stream().flatMap(OneCheck::variables));
        return new CelText(
                Matching.conditions(),
                variables.toList(),
                each.stream().map(it -> it.validation(policy)).toList());
    }

    private List<AdmitWaiver> waivers(AdmitExpressions check) {
        return waivers.stream()
                .filter(it -> it.check().equals(check.check()))
                .sorted(AdmitWaiver.IN_ORDER)
                .toList();
    }

    private static String seen() {
        var metadata = Stream.of(
                        "name",
                        "namespace",
                        "uid",
                        "generation",
                        "creationTimestamp",
                        "deletionTimestamp",
                        "labels",
                        "annotations",
                        "ownerReferences",
                        "finalizers")
                .map(it -> "?'%1$s': dyn(object).metadata.?%1$s".formatted(it))
                .collect(joining(", ", "{", "}"));
        return "dyn({'apiVersion': dyn('apps/v1'), 'kind': dyn('Deployment'), 'metadata': dyn(%s), 'spec': dyn(object).spec})"
                .formatted(metadata);
    }

    /** One check, and the message of its violation. */
    private record OneCheck(int number, AdmitExpressions check, List<AdmitWaiver> waivers) {
        private static final String WAY_OUT = ": correct the template and apply it again";

        Stream<NamedExpression> variables() {
            var rules = IntStream.range(0, check.rules().size())
                    .mapToObj(it ->
                            new NamedExpression(name(it), wrapped(check.rules().get(it))));
            var params = new NamedExpression(params(), Cel.value(check.params()));
            return Stream.of(
                            Stream.of(params),
                            rules,
                            Stream.of(
                                    new NamedExpression("broken" + number, broken()),
                                    new NamedExpression("excused" + number, waived())))
                    .flatMap(it -> it);
        }

        /** The params are written once for all rules. */
        private String params() {
            return "params" + number;
        }

        private String name(int rule) {
            return "rule%d_%d".formatted(number, rule);
        }

        /** The expression has lines of its own, because it may end with a comment. */
        private String wrapped(AdmitExpression rule) {
            return "[variables.seen].all(object, [variables.%s].all(params,\n%s\n))"
                    .formatted(params(), rule.expression());
        }

        private String broken() {
            return IntStream.range(0, check.rules().size())
                    .mapToObj(it -> "(variables.%s ? [] : [%s])".formatted(name(it), Cel.text(advice(it))))
                    .collect(joining(" + "));
        }

        private String advice(int rule) {
            var it = check.rules().get(rule);
            return check.several() ? "%s: %s".formatted(it.name(), it.advice()) : it.advice();
        }

        private String waived() {
            return waivers.isEmpty()
                    ? "false"
                    : waivers.stream().map(OneCheck::waived).collect(joining(" || "));
        }

        /** A write after the end of the waiver proves that the waiver is over. */
        private static String waived(AdmitWaiver waiver) {
            var deployments = switch (waiver.deployments()) {
                case AdmitWaiver.WaiverScope.Named named ->
                    "dyn(object).metadata.name == " + Cel.text(named.deployment());
                case AdmitWaiver.WaiverScope.Selected selected ->
                    new SelectorExpression(selected.selector()).in("dyn(object).metadata.?labels.orValue({})");
            };
            return "(request.namespace == %s && %s && !variables.times.exists(t, t >= timestamp(%s)))"
                    .formatted(
                            Cel.text(waiver.namespace()),
                            deployments,
                            Cel.text(waiver.until().toString()));
        }

        Validation validation(PolicyId policy) {
            var kept = IntStream.range(0, check.rules().size())
                    .mapToObj(it -> "variables." + name(it))
                    .collect(joining(" && "));
            var subject = "check %s of %s is not kept".formatted(check.check(), policy);
            return new Validation(
                    check.check(),
                    "variables.excused%d || %s".formatted(number, kept),
                    subject + rules() + WAY_OUT,
                    sentence(subject));
        }

        /** If one rule cannot be evaluated, the broken rules cannot be counted, so the message lists all of them. */
        private String rules() {
            return check.several()
                    ? check.rules().stream()
                            .map(AdmitExpression::name)
                            .limit(20)
                            .collect(joining(", ", " (rules: ", ")"))
                    : "";
        }

        private String sentence(String subject) {
            var broken = "variables.broken" + number;
            var first =
                    "(size(%1$s) > 3 ? [%1$s[0], %1$s[1], %1$s[2], 'and ' + string(size(%1$s) - 3) + ' more'] : %1$s).join('; ')"
                            .formatted(broken);
            var count = check.several()
                    ? " + ' (' + string(size(%s)) + ' of %d rules): '"
                            .formatted(broken, check.rules().size())
                    : " + ': '";
            return "'Deployment ' + dyn(object).metadata.name + ': ' + " + Cel.text(subject) + count + " + " + first
                    + " + " + Cel.text(WAY_OUT.replaceFirst(":", ";"));
        }
    }
}
