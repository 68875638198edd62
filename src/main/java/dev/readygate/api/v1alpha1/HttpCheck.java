package dev.readygate.api.v1alpha1;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;

@ApiType
@ValidationRule(value = CheckRules.URL_TARGET, message = CheckRules.URL_TARGET_MESSAGE)
@ValidationRule(
        value = "!has(self.url) || !(has(self.path) || has(self.port) || has(self.scheme) || has(self.serviceName))",
        message = "url says everything about the address: remove path, port, scheme and serviceName")
@ValidationRule(
        value = "!has(self.serviceName) || (has(self.target) && self.target == 'Service')",
        message = "serviceName needs target Service: set target, or remove serviceName")
public record HttpCheck(
        @JsonPropertyDescription(
                "Who is asked. NewPods: every pod of the revision being verified, or of the running one when none "
                        + "is. AllPods: every pod of the Deployment. Service: the Service in front of it. Url: the address "
                        + "in url. NewPods when left out, or Url when url is there. Service and Url cannot be asked at gate Serve.")
        ProbeTarget target,

        @JsonPropertyDescription(
                "The address for target Url, http or https. Only addresses the installation allows are asked.")
        @Size(max = 2048)
        @Pattern(Patterns.HTTP_URL)
        String url,

        @JsonPropertyDescription("The Service for target Service. Left out, the only Service that selects the pods.")
        @Size(max = 63)
        @Pattern(Patterns.NAME)
        String serviceName,

        @JsonPropertyDescription("The path that is asked, with its query. / when left out.")
        @Size(max = 1024)
        @Pattern(Patterns.PATH)
        String path,

        @JsonPropertyDescription("Number or name of the port. Left out, the first one that is declared.")
        Port port,

        @JsonPropertyDescription("HTTP when left out.") HttpScheme scheme,
        @JsonPropertyDescription("GET when left out.") HttpMethod method,

        @JsonPropertyDescription("Headers that are sent.") @KeyedBy("name") @Size(max = 20)
        List<HttpHeader> headers,

        @JsonPropertyDescription("TLS settings, for https. Left out, the certificate must be valid for the host name.")
        ProbeTls tls,

        @JsonPropertyDescription("What the answer must look like. Left out, any status from 200 to 299.")
        HttpExpectation expect)
        implements CheckKind {

    public HttpCheck {
        target = ProbeTarget.orUsual(target, url);
        headers = Copy.of(headers);
        expect = requireNonNullElse(expect, HttpExpectation.DEFAULT);
    }

    public String pathOrRoot() {
        return requireNonNullElse(path, "/");
    }

    public HttpScheme schemeOrHttp() {
        return requireNonNullElse(scheme, HttpScheme.HTTP);
    }

    public HttpMethod methodOrGet() {
        return requireNonNullElse(method, HttpMethod.GET);
    }

    @ApiType
    @ValidationRule(
            value = "has(self.value) != has(self.secretKeyRef)",
            message = "a header has either value or secretKeyRef: give exactly one")
    public record HttpHeader(
            @JsonPropertyDescription("Name of the header.")
            @Required
            @Size(min = 1, max = 120)
            @Pattern(Patterns.HEADER)
            String name,

            @JsonPropertyDescription("Its value.") @Size(max = 1024) @Pattern(Patterns.ONE_LINE)
            String value,

            @JsonPropertyDescription(
                    "Where its value is kept, if it is a secret. It never shows up in status, Events or logs.")
            SecretKey secretKeyRef) {}

    public enum HttpMethod {
        GET,
        HEAD
    }

    public enum HttpScheme {
        HTTP,
        HTTPS
    }
}
