package dev.readygate.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.ValidationRule;

@ApiType
@ValidationRule(
        value = "!has(self.to) || self.to >= self.from",
        message = "target.to must not be below target.from: raise to, or leave it out")
public record TargetBand(
        @JsonPropertyDescription("The score that is aimed at, from 0 to 100.") @Required @Min(0) @Max(100)
        Integer from,

        @JsonPropertyDescription("The upper end of the band, where there is one.") @Min(0) @Max(100)
        Integer to) {}
