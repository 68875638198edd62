package dev.readygate.checks.window;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.readygate.api.v1alpha1.WindowCheck;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningHoursTest {
    private static OpeningHours hours(String yaml) {
        try {
            var window = new YAMLMapper().registerModule(new JavaTimeModule()).readValue(yaml, WindowCheck.class);
            return OpeningHours.of(window);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static Instant at(String time) {
        return OffsetDateTime.parse(time.length() > 20 ? time : time.replaceFirst("([+-][0-9:]+)$", ":00$1"))
                .toInstant();
    }

    /** Berlin puts the clock from 02:00 to 03:00 on 29 March 2026, and from 03:00 to 02:00 on 25 October. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    # hours                                            | now                    | open  | changes
                    allowed: [{from: "09:00", to: "17:00"}]            | 2026-03-02T08:59+01:00 | false | 2026-03-02T09:00+01:00
                    allowed: [{from: "09:00", to: "17:00"}]            | 2026-03-02T09:00+01:00 | true  | 2026-03-02T17:00+01:00
                    allowed: [{from: "09:00", to: "17:00"}]            | 2026-03-02T17:00+01:00 | false | 2026-03-03T09:00+01:00
                    allowed: [{from: "09:00", to: "17:00"}]            | 2026-03-28T18:00+01:00 | false | 2026-03-29T09:00+02:00
                    allowed: [{days: [Mon, Thu]}]                      | 2026-03-05T12:00+01:00 | true  | 2026-03-06T00:00+01:00
                    allowed: [{days: [Mon, Thu]}]                      | 2026-03-06T12:00+01:00 | false | 2026-03-09T00:00+01:00
                    allowed: [{days: [Mon, Tue]}]                      | 2026-03-09T12:00+01:00 | true  | 2026-03-11T00:00+01:00
                    allowed: [{days: [Fri], from: "22:00", to: "04:00"}] | 2026-03-07T03:59+01:00 | true  | 2026-03-07T04:00+01:00
                    allowed: [{days: [Fri], from: "22:00", to: "04:00"}] | 2026-03-06T03:59+01:00 | false | 2026-03-06T22:00+01:00
                    forbidden: [{days: [Fri], from: "12:00", to: "24:00"}] | 2026-03-06T23:59+01:00 | false | 2026-03-07T00:00+01:00
                    allowed: [{from: "24:00", to: "04:00"}]            | 2026-03-06T03:00+01:00 | true  | 2026-03-06T04:00+01:00
                    allowed: [{from: "24:00", to: "04:00"}]            | 2026-03-06T05:00+01:00 | false | 2026-03-07T00:00+01:00
                    # a skipped hour
                    allowed: [{from: "02:15", to: "02:45"}]            | 2026-03-28T12:00+01:00 | false | 2026-03-30T02:15+02:00
                    allowed: [{from: "02:30", to: "03:30"}]            | 2026-03-28T12:00+01:00 | false | 2026-03-29T03:00+02:00
                    allowed: [{from: "01:30", to: "02:30"}]            | 2026-03-29T01:45+01:00 | true  | 2026-03-29T03:00+02:00
                    forbidden: [{from: "22:00", to: "02:30"}]          | 2026-03-28T23:00+01:00 | false | 2026-03-29T03:00+02:00
                    # an hour that comes twice
                    allowed: [{from: "02:00", to: "02:30"}]            | 2026-10-25T02:15+02:00 | true  | 2026-10-25T02:30+02:00
                    allowed: [{from: "02:00", to: "02:30"}]            | 2026-10-25T02:45+02:00 | false | 2026-10-25T02:00+01:00
                    allowed: [{from: "02:00", to: "02:30"}]            | 2026-10-25T02:15+01:00 | true  | 2026-10-25T02:30+01:00
                    allowed: [{from: "01:00", to: "02:30"}]            | 2026-10-25T02:45+02:00 | false | 2026-10-25T02:00+01:00
                    allowed: [{from: "02:30", to: "05:00"}]            | 2026-10-25T02:45+02:00 | true  | 2026-10-25T02:00+01:00
                    allowed: [{from: "01:00", to: "05:00"}]            | 2026-10-25T02:45+02:00 | true  | 2026-10-25T05:00+01:00
                    # freezes
                    forbidden: [{dates: [{from: 2026-12-20, to: 2027-01-05}]}] | 2026-12-31T12:00+01:00 | false | 2027-01-06T00:00+01:00
                    forbidden: [{dates: [{from: 2026-12-20, to: 2027-01-05}]}] | 2026-03-01T12:00+01:00 | true  | 2026-12-20T00:00+01:00
                    forbidden: [{dates: [{from: 2026-02-28}]}]         | 2026-02-28T12:00+01:00 | false | 2026-03-01T00:00+01:00
                    forbidden: [{dates: [{from: 2020-02-28}]}]         | 2026-02-28T12:00+01:00 | true  |
                    forbidden: [{dates: [{from: 2036-02-28}]}]         | 2026-02-28T12:00+01:00 | true  |
                    forbidden: [{dates: [{from: 2026-12-24}], from: "18:00", to: "06:00"}] | 2026-12-25T05:00+01:00 | false | 2026-12-25T06:00+01:00
                    {allowed: [{days: [Mon], from: "09:00", to: "17:00"}], forbidden: [{dates: [{from: 2026-03-02, to: 2026-03-20}]}]} | 2026-03-01T12:00+01:00 | false | 2026-03-23T09:00+01:00
                    {allowed: [{days: [Mon]}], forbidden: [{days: [Mon]}]} | 2026-03-01T12:00+01:00 | false |
                    """)
    void whatTheClockOnTheWallShowsCounts(String yaml, String now, boolean open, String changes) {
        var hours = hours(
                "zone: Europe/Berlin\n" + yaml.replaceAll("^\\{(.*)}$", "$1").replace("], forbidden", "]\nforbidden"));

        assertThat(hours.openAt(at(now))).isEqualTo(open);
        assertThat(hours.changesAfter(at(now)))
                .isEqualTo(Optional.ofNullable(changes).map(OpeningHoursTest::at));
    }

    /** Compared to testing every quarter of an hour. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{zone: Europe/Berlin, allowed: [{from: '01:15', to: '02:45'}, {days: [Sun], from: '23:00', to: '02:15'}]}",
                "{zone: America/St_Johns, allowed: [{days: [Sat, Sun], from: '00:15', to: '02:45'}]}",
                "{zone: Australia/Lord_Howe, forbidden: [{from: '01:45', to: '02:15'}]}",
                "{zone: Africa/Cairo, allowed: [{days: [Fri, Thu]}], forbidden: [{from: '23:30', to: '00:30'}]}",
                "{zone: Asia/Kathmandu, allowed: [{days: [Mon], dates: [{from: 2026-01-01, to: 2026-06-30}]}]}",
                "{zone: UTC, allowed: [{from: '00:00', to: '24:00', days: [Wed]}], forbidden: [{dates: [{from: 2026-07-01}]}]}",
            })
    void findsTheSameChangesAsLookingAllTheTime(String yaml) {
        var hours = hours(yaml);
        var random = new Random(7);
        for (int i = 0; i < 40; i++) {
            var now = Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofMinutes(15L * random.nextInt(35_000)));
            assertThat(hours.changesAfter(now)).as(now.toString()).isEqualTo(watched(hours, now));
        }
    }

    private static Optional<Instant> watched(OpeningHours hours, Instant now) {
        var end = now.plus(Duration.ofDays(300));
        for (var at = now; at.isBefore(end); at = at.plus(Duration.ofMinutes(15))) {
            if (hours.openAt(at) != hours.openAt(now)) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    @Test
    void saysWhatWasWritten() {
        var hours = hours("""
                zone: Europe/Berlin
                allowed: [{days: [Mon, Tue], from: "09:00", to: "17:00"}]
                forbidden: [{name: Christmas freeze, dates: [{from: 2026-12-20}]}, {dates: [{from: 2027-05-01}, {from: 2027-06-01, to: 2027-06-03}]}]
                """);

        assertThat(hours.words())
                .isEqualTo("Mon Tue 09:00-17:00, not Christmas freeze,"
                        + " not 2027-05-01 2027-06-01/2027-06-03 Europe/Berlin");
    }
}
