package dev.readygate.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.time.LocalDate;
import java.util.List;

@ApiType
@ValidationRule(
        value = "has(self.from) == has(self.to)",
        message = "from and to go together: give both, or none for the whole day")
@ValidationRule(
        value = "!has(self.from) || !has(self.to) || self.from != self.to",
        message = "from and to are the same: leave both out for the whole day")
@ValidationRule(
        value =
                "has(self.from) || (has(self.days) && size(self.days) > 0) || (has(self.dates) && size(self.dates) > 0)",
        message = "a time needs days, from and to, or dates: give at least one of them")
public record TimeWindow(
        @JsonPropertyDescription("What it is, for messages, for example Christmas freeze.") @Size(max = 120)
        String name,

        @JsonPropertyDescription("Days of the week; all when left out.") @Atomic @Size(max = 7)
        List<Weekday> days,

        @JsonPropertyDescription("Start of the time of day, HH:MM.") @Size(max = 5) @Pattern(Patterns.TIME_OF_DAY)
        String from,

        @JsonPropertyDescription(
                "End of the time of day, HH:MM; 24:00 is the end of the day. Earlier than from, it lies on the "
                        + "next day.")
        @Size(max = 5)
        @Pattern(Patterns.TIME_OF_DAY)
        String to,

        @JsonPropertyDescription("Dates to which it is confined; all when left out.") @Atomic @Size(max = 50)
        List<DateRange> dates) {

    public TimeWindow {
        days = Copy.of(days);
        dates = Copy.of(dates);
    }

    @ApiType
    @ValidationRule(
            value = "!has(self.to) || self.from <= self.to",
            message = "from must not be after to: swap or correct them")
    public record DateRange(
            @JsonPropertyDescription("The first day.") @Required
            LocalDate from,

            @JsonPropertyDescription("The last day, inclusive. Left out, only the first.")
            LocalDate to) {}

    public enum Weekday {
        Mon,
        Tue,
        Wed,
        Thu,
        Fri,
        Sat,
        Sun
    }
}
