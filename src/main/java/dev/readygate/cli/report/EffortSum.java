package dev.readygate.cli.report;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.partitioningBy;

import dev.readygate.cli.report.Effort.EffortUnit;
import java.util.EnumMap;
import java.util.Optional;
import java.util.stream.Stream;

/** Adds up efforts unit by unit: how many days of work a week has is for its readers to say. */
final class EffortSum {
    private EffortSum() {}

    /** Empty for no efforts. */
    static String of(Stream<String> efforts) {
        var read = efforts.map(Effort::of).collect(partitioningBy(Optional::isPresent));
        var sums = new EnumMap<EffortUnit, Effort>(EffortUnit.class);
        read.get(true).stream().map(Optional::orElseThrow).forEach(it -> sums.merge(it.unit(), it, Effort::plus));
        int unknown = read.get(false).size();
        return Stream.concat(
                        sums.values().stream().map(Effort::toString),
                        unknown == 0 ? Stream.empty() : Stream.of("%d without an estimate".formatted(unknown)))
                .collect(joining(", "));
    }
}
