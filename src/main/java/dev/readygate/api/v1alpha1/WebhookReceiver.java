package dev.readygate.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

@ApiType
public record WebhookReceiver(
        @JsonPropertyDescription(
                "Where the event is sent to, http or https. Addresses inside the cluster need the installation's "
                        + "consent.")
        @Required
        @Size(min = 1, max = 2048)
        @Pattern(Patterns.HTTP_URL)
        String url,

        @JsonPropertyDescription(
                "The Secret whose key signingKey signs every event (HMAC-SHA256). With a key previousSigningKey "
                        + "beside it, both sign, so that the receiver can change over.")
        SecretName secretRef) {}
