package dev.readygate.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;

@ApiType
@ValidationRule(
        value = "[has(self.expression), has(self.pack), has(self.rules)].filter(x, x).size() == 1",
        message = "a manifest is judged by one of expression, pack or rules: give exactly one")
@ValidationRule(
        value = "!has(self.message) || has(self.expression)",
        message = "message belongs to expression: give the message of a rule in the rule")
@ValidationRule(
        value = "!has(self.skip) || size(self.skip) == 0 || has(self.pack)",
        message = "skip leaves out rules of a pack: remove it, or give pack")
public record ManifestCheck(
        @JsonPropertyDescription(
                "A CEL expression that must be true. It sees object (the Deployment), pdbs, hpas, services, "
                        + "networkPolicies, serviceAccount and params; at gate Admit only object and params.")
        @Size(min = 1, max = 4096)
        String expression,

        @JsonPropertyDescription("What it says when the expression is false, and how to fix it.") @Size(max = 512)
        String message,

        @JsonPropertyDescription("A set of rules that comes with Readygate.")
        ManifestPack pack,

        @JsonPropertyDescription("Rules of the pack that are left out.") @Atomic @Size(max = 100)
        List<@Size(max = 63) String> skip,

        @JsonPropertyDescription("Several expressions, each with its message.")
        @KeyedBy("name")
        @Size(min = 1, max = 50)
        List<ManifestRule> rules,

        @JsonPropertyDescription(
                "Values that the expressions see as params, for example {registries: [registry.example.com]}.")
        ObjectNode params)
        implements CheckKind {

    public ManifestCheck {
        skip = Copy.of(skip);
        rules = Copy.of(rules);
        params = Documents.bounded(params);
    }

    public enum ManifestPack {
        @JsonProperty("resources")
        Resources,
        @JsonProperty("probes")
        Probes,
        @JsonProperty("security")
        Security,
        @JsonProperty("availability")
        Availability,
        @JsonProperty("images")
        Images,
        @JsonProperty("pod-security")
        PodSecurity,
        @JsonProperty("consistency")
        Consistency
    }

    @ApiType
    public record ManifestRule(
            @JsonPropertyDescription("Short name, unique among the rules.")
            @Required
            @Size(min = 1, max = 63)
            @Pattern(Patterns.NAME)
            String name,

            @JsonPropertyDescription("A CEL expression that must be true.") @Required @Size(min = 1, max = 4096)
            String expression,

            @JsonPropertyDescription("What it says when it is false, and how to fix it.") @Size(max = 512)
            String message) {}
}
