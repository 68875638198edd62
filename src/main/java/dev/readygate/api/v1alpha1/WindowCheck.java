package dev.readygate.api.v1alpha1;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;

@ApiType
@ValidationRule(
        value = "(has(self.allowed) && size(self.allowed) > 0) || (has(self.forbidden) && size(self.forbidden) > 0)",
        message = "allowed and forbidden are both empty: give at least one time")
public record WindowCheck(
        @JsonPropertyDescription("Times at which it passes. Left out, all but the forbidden ones.")
        @Atomic
        @Size(max = 50)
        List<TimeWindow> allowed,

        @JsonPropertyDescription("Times at which it fails, even if they are allowed: freezes.") @Atomic @Size(max = 50)
        List<TimeWindow> forbidden,

        @JsonPropertyDescription(
                "The time zone in which days and times are meant, by its IANA name, for example Europe/Berlin.")
        @Default("UTC")
        @Size(max = 64)
        @Pattern(Patterns.ZONE)
        String zone)
        implements CheckKind {

    public WindowCheck {
        allowed = Copy.of(allowed);
        forbidden = Copy.of(forbidden);
        zone = requireNonNullElse(zone, "UTC");
    }
}
