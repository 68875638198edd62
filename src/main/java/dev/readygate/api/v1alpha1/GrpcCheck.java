package dev.readygate.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

@ApiType
@ValidationRule(value = CheckRules.URL_TARGET, message = CheckRules.URL_TARGET_MESSAGE)
@ValidationRule(
        value = "!has(self.url) || !(has(self.port) || has(self.serviceName))",
        message = "url says everything about the address: remove port and serviceName")
public record GrpcCheck(
        @JsonPropertyDescription(
                "Who is asked: NewPods, AllPods, Service or Url. NewPods when left out, or Url when url is there. "
                        + "Service and Url cannot be asked at gate Serve.")
        ProbeTarget target,

        @JsonPropertyDescription(
                "The address for target Url, for example grpc://ledger.shop:9090. Only addresses the installation "
                        + "allows are asked.")
        @Size(max = 300)
        @Pattern(Patterns.GRPC_URL)
        String url,

        @JsonPropertyDescription(
                "The Kubernetes Service for target Service. Left out, the only Service that selects the pods.")
        @Size(max = 63)
        @Pattern(Patterns.NAME)
        String serviceName,

        @JsonPropertyDescription("Number or name of the port. Left out, the first one that is declared.")
        Port port,

        @JsonPropertyDescription("The name that is asked of the gRPC health service. Left out, the server as a whole.")
        @Size(max = 253)
        String service,

        @JsonPropertyDescription("TLS settings. Left out, plain text.")
        ProbeTls tls)
        implements CheckKind {

    public GrpcCheck {
        target = ProbeTarget.orUsual(target, url);
    }
}
