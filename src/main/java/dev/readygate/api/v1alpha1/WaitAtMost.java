package dev.readygate.api.v1alpha1;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;

@ApiType
public record WaitAtMost(
        @JsonPropertyDescription("At gate Start, where approvals and evidence are waited for.") @Default("24h")
        ReadinessDuration start,

        @JsonPropertyDescription("At gate Serve, where new pods are probed.") @Default("30m")
        ReadinessDuration serve) {

    static final WaitAtMost DEFAULT = new WaitAtMost(null, null);

    public WaitAtMost {
        start = requireNonNullElse(start, new ReadinessDuration("24h"));
        serve = requireNonNullElse(serve, new ReadinessDuration("30m"));
    }
}
