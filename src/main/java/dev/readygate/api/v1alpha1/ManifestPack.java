package dev.readygate.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

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
