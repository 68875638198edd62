package dev.readygate.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;

@ApiType
public record PagerDutyReceiver(
        @JsonPropertyDescription("The Secret whose key routingKey holds the integration's key.") @Required
        SecretName secretRef) {}
