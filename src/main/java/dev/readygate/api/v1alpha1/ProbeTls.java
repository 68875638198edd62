package dev.readygate.api.v1alpha1;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

@ApiType
@ValidationRule(
        value =
                "!(has(self.insecureSkipVerify) && self.insecureSkipVerify && (has(self.caSecretRef) || has(self.serverName)))",
        message = "insecureSkipVerify makes serverName and caSecretRef pointless: remove it, or remove them")
public record ProbeTls(
        @JsonPropertyDescription(
                "The name the certificate must be valid for. Pods are asked by address, so they need it.")
        @Size(max = 253)
        String serverName,

        @JsonPropertyDescription("A PEM bundle of the authorities to trust instead of the system's.")
        SecretKey caSecretRef,

        @JsonPropertyDescription("Accept any certificate, as the kubelet does when it probes.") @Default("false")
        Boolean insecureSkipVerify) {

    public ProbeTls {
        insecureSkipVerify = requireNonNullElse(insecureSkipVerify, false);
    }
}
