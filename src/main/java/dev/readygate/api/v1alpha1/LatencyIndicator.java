package dev.readygate.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

@ApiType
public record LatencyIndicator(
        @JsonPropertyDescription("Name of a Prometheus histogram in seconds, without _bucket, for example "
                + "http_server_request_duration_seconds.")
        @Required
        @Size(min = 1, max = 253)
        @Pattern(Patterns.METRIC)
        String histogram,

        @JsonPropertyDescription("The slowest answer that is in time. It should be one of the histogram's bounds.")
        @Required
        Latency threshold,

        @JsonPropertyDescription("Further label matchers, for example route='/checkout',method='POST'.")
        @Size(max = 1024)
        String selector) {}
