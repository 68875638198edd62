package dev.readygate.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;

@ApiType
public record SlackReceiver(
        @JsonPropertyDescription("The Secret whose key url holds the incoming webhook's address.") @Required
        SecretName secretRef) {}
