package dev.readygate.api.v1alpha1;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** One check, and the meaning of its answer. Exactly one of its last components is present: the kind of check. */
@ApiType
@ValidationRule(
        value = CheckSpec.ONE_KIND,
        message = CheckSpec.ONE_KIND_MESSAGE,
        messageExpression = CheckSpec.ONE_KIND_TEXT)
@ValidationRule(value = CheckRules.PODS_NEEDED, message = CheckRules.PODS_NEEDED_MESSAGE)
@ValidationRule(value = CheckRules.TIMEOUT_WITHIN_EVERY, message = CheckRules.TIMEOUT_WITHIN_EVERY_MESSAGE)
@ValidationRule(value = CheckRules.NOTHING_IS_ASKED, message = CheckRules.NOTHING_IS_ASKED_MESSAGE)
@ValidationRule(value = CheckRules.ADMIT_IS_AT_ONCE, message = CheckRules.ADMIT_IS_AT_ONCE_MESSAGE)
public record CheckSpec(
        @JsonPropertyDescription("Short name, unique among the checks.")
        @Required
        @Size(min = 1, max = 63)
        @Pattern(Patterns.NAME)
        String name,

        @JsonPropertyDescription("What people read.") @Size(max = 120)
        String title,

        @JsonPropertyDescription("The category it is scored in.") @Size(max = 63) @Pattern(Patterns.NAME)
        String category,

        @JsonPropertyDescription("How much it counts within its category. 0 lists it without counting it.")
        @Default("1")
        @Min(0)
        @Max(1000)
        Integer weight,

        @JsonPropertyDescription("Failing it makes the verdict Fail whatever the score.") @Default("false")
        Boolean required,

        @JsonPropertyDescription(
                "The gate at which it must hold. Admit: may the change enter? Start: may its pods start? Serve: "
                        + "may a new pod take traffic? Stay: may it stay, under all traffic? Left out, it is scored only.")
        Gate gate,

        @JsonPropertyDescription(
                "How often it is asked. Evidence, approvals, manifests and windows are looked at whenever they "
                        + "change instead; a job has its own.")
        @Default("10s")
        ReadinessDuration every,

        @JsonPropertyDescription("How long one answer may take: at most a minute, and no longer than every, or 5s.")
        @Default("5s")
        @Pattern(CheckRules.TIMEOUT)
        ReadinessDuration timeout,

        @JsonPropertyDescription("How long after a pod or revision appears the first question waits.")
        @Pattern(ReadinessDuration.PATTERN_OR_ZERO)
        ReadinessDuration initialDelay,

        @JsonPropertyDescription("It fails after so many failures in a row.") @Default("3") @Min(1) @Max(100)
        Integer failAfter,

        @JsonPropertyDescription("It passes after so many passes in a row.") @Default("1") @Min(1) @Max(100)
        Integer passAfter,

        @JsonPropertyDescription(
                "What no data means. Wait: neither passed nor failed. Fail, Pass: as if it were. Skip: its weight "
                        + "is left out. Left out, Wait at a gate and Skip elsewhere.")
        OnNoData onNoData,

        @JsonPropertyDescription("What to do when it fails, in one sentence.") @Size(max = 512)
        String action,

        @JsonPropertyDescription("How urgent that is: P1 first.")
        Priority priority,

        @JsonPropertyDescription("How much work it is, for example 1w.") @Size(max = 60)
        String effort,

        @JsonPropertyDescription("Who does it.") @Size(max = 120)
        String owner,

        @JsonPropertyDescription("Where it is described, http or https.") @Size(max = 2048) @Pattern(Patterns.HTTP_URL)
        String runbook,

        @JsonPropertyDescription("Asks an HTTP endpoint for status, headers, latency or what its body says.")
        HttpCheck http,

        @JsonPropertyDescription("Asks whether a port accepts connections.")
        TcpCheck tcp,

        @JsonPropertyDescription("Asks the gRPC health service whether it is SERVING.")
        GrpcCheck grpc,

        @JsonPropertyDescription("Compares the result of a PromQL query with limits.")
        MetricCheck metric,

        @JsonPropertyDescription(
                "Asks whether a service level objective is kept, and how much of its error budget is left.")
        SloCheck slo,

        @JsonPropertyDescription("Compares the new pods with the old ones over the same minutes.")
        CompareCheck compare,

        @JsonPropertyDescription("Looks for a ReadinessEvidence about the revision.")
        EvidenceCheck evidence,

        @JsonPropertyDescription("Asks people to agree to this revision.")
        ApprovalCheck approval,

        @JsonPropertyDescription("Looks at the Deployment and the objects around it.")
        ManifestCheck manifest,

        @JsonPropertyDescription("Runs a Job, which must succeed.")
        JobCheck job,

        @JsonPropertyDescription("Asks whether the same images are verified elsewhere, for example in staging.")
        VerifiedCheck verified,

        @JsonPropertyDescription("Compares one of the five DORA numbers with a limit.")
        DoraCheck dora,

        @JsonPropertyDescription("Asks whether now is a good time.")
        WindowCheck window) {

    private static final char STANDARD_END = '/';

    static final String ONE_KIND =
            "[has(self.http), has(self.tcp), has(self.grpc), has(self.metric), has(self.slo), has(self.compare),"
                    + " has(self.evidence), has(self.approval), has(self.manifest), has(self.job), has(self.verified),"
                    + " has(self.dora), has(self.window)].filter(x, x).size() == 1";
    private static final String KINDS =
            "give exactly one of http, tcp, grpc, metric, slo, compare, evidence, approval, manifest, job, verified,"
                    + " dora, window";
    static final String ONE_KIND_MESSAGE = "a check asks one question: " + KINDS;
    static final String ONE_KIND_TEXT = "'check ' + self.name + ' must ask one question: " + KINDS + "'";

    public CheckSpec {
        weight = requireNonNullElse(weight, 1);
        required = requireNonNullElse(required, false);
        every = requireNonNullElse(every, new ReadinessDuration("10s"));
        timeout = CheckRules.bounded(requireNonNullElse(timeout, new ReadinessDuration("5s")));
        failAfter = requireNonNullElse(failAfter, 3);
        passAfter = requireNonNullElse(passAfter, 1);
    }

    /** The kind of this check. */
    public CheckKind kind() {
        return kinds().findFirst()
                .map(this::kind)
                .orElseThrow(() -> new IllegalStateException("check " + name + " asks nothing"));
    }

    /** The kind as it stands in a policy, such as http. */
    public String kindName() {
        return kinds().findFirst()
                .map(RecordComponent::getName)
                .orElseThrow(() -> new IllegalStateException("check " + name + " asks nothing"));
    }

    /** A placeholder for questions asks nothing itself. */
    public boolean asksSomething() {
        return kinds().findAny().isPresent();
    }

    private Stream<RecordComponent> kinds() {
        return Components.KINDS.stream().filter(it -> kind(it) != null);
    }

    private CheckKind kind(RecordComponent component) {
        return (CheckKind) Components.value(component, this);
    }

    /** It stands for questions that were not found: as it is required, nothing passes for complete meanwhile. */
    public static CheckSpec placeholder(String name) {
        return Components.made(it -> switch (it.getName()) {
            case "name" -> name;
            case "required" -> true;
            default -> null;
        });
    }

    /** The same check with stricter consequences. */
    public CheckSpec stricter(boolean required, Gate gate) {
        return Components.made(it -> switch (it.getName()) {
            case "required" -> required;
            case "gate" -> gate;
            default -> Components.value(it, this);
        });
    }

    /** The same check of a standard whose name another standard's check has taken: of-standard/name. */
    public CheckSpec of(String standard) {
        return Components.made(it -> switch (it.getName()) {
            case "name" -> standard + STANDARD_END + name;
            default -> Components.value(it, this);
        });
    }

    /** The name in its standard. */
    public String nameInStandard() {
        return name.substring(name.lastIndexOf(STANDARD_END) + 1);
    }

    /** The meaning of no data if the policy does not say: at a gate it waits, elsewhere its weight is left out. */
    public OnNoData whenNoData() {
        return onNoData != null ? onNoData : gate != null ? OnNoData.Wait : OnNoData.Skip;
    }

    /** A new kind is a new component, and nothing else here. */
    private static final class Components {
        private static final List<RecordComponent> ALL = List.of(CheckSpec.class.getRecordComponents());
        private static final List<RecordComponent> KINDS = ALL.stream()
                .filter(it -> CheckKind.class.isAssignableFrom(it.getType()))
                .toList();

        private static Object value(RecordComponent component, CheckSpec of) {
            try {
                return component.getAccessor().invoke(of);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("a record has all its components", e);
            }
        }

        private static CheckSpec made(Function<RecordComponent, Object> values) {
            try {
                var types = ALL.stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
                return CheckSpec.class
                        .getDeclaredConstructor(types)
                        .newInstance(ALL.stream().map(values).toArray());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("a record is made of its components", e);
            }
        }
    }

    public enum OnNoData {
        Wait,
        Fail,
        Pass,
        Skip
    }
}
