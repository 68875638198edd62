package dev.readygate.cli.report;

import static java.util.Comparator.comparing;

import dev.readygate.api.v1alpha1.DoraCheck.DoraMetric;
import dev.readygate.api.v1alpha1.DoraLevel;
import dev.readygate.api.v1alpha1.DoraStatus;
import dev.readygate.api.v1alpha1.DoraStatus.DoraNumber;
import dev.readygate.api.v1alpha1.DoraStatus.DoraTime;
import dev.readygate.cli.document.Block;
import dev.readygate.cli.document.Block.Drawing;
import dev.readygate.cli.document.DocumentText;
import dev.readygate.cli.document.Picture.Bar;
import dev.readygate.cli.document.Picture.Bars;
import dev.readygate.cli.document.Tone;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The levels of one Deployment's delivery numbers, and the level of the whole: that of the weakest number. */
record DoraLevels(String deployment, DoraStatus dora) {
    private record MetricLevel(DoraMetric metric, Optional<DoraLevel> level) {}

    Block sentence() {
        var known = levels().filter(it -> it.level().isPresent()).toList();
        return Block.says(known.stream()
                .max(comparing(it -> it.level().orElseThrow()))
                .map(it -> "%s as a whole is %s, the level of its weakest number: %s. %s"
                        .formatted(
                                deployment,
                                it.level().orElseThrow(),
                                DoraPart.title(it.metric()),
                                missing(known.size())))
                .orElse(deployment + " has too few deployments for a level.")
                .strip());
    }

    private String missing(int known) {
        long all = levels().count();
        return known == all ? "" : "%d of %d numbers have a level yet.".formatted(known, all);
    }

    /** Empty as long as no number has a level. */
    Optional<Block> drawing() {
        return levels().anyMatch(it -> it.level().isPresent())
                ? Optional.of(new Drawing(Bars.of(
                        "The levels of the delivery numbers of %s: a full bar is Elite".formatted(deployment),
                        levels().map(DoraLevels::bar).toList())))
                : Optional.empty();
    }

    private static Bar bar(MetricLevel it) {
        return new Bar(
                DoraPart.title(it.metric()),
                it.level().map(DoraLevels::quarters),
                Optional.empty(),
                it.level()
                        .map(DoraLevels::text)
                        .orElse(DocumentText.of("too few").in(Tone.Unknown)));
    }

    private static int quarters(DoraLevel level) {
        return 25 * (DoraLevel.values().length - level.ordinal());
    }

    private Stream<MetricLevel> levels() {
        return List.of(
                new MetricLevel(DoraMetric.DeploymentFrequency, level(dora.perDay())),
                new MetricLevel(DoraMetric.LeadTime, level(dora.leadTime())),
                new MetricLevel(DoraMetric.ChangeFailureRate, level(dora.changeFailureRate())),
                new MetricLevel(DoraMetric.RecoveryTime, level(dora.recoveryTime())),
                new MetricLevel(DoraMetric.ReworkRate, level(dora.reworkRate())))
                .stream();
    }

    private static Optional<DoraLevel> level(DoraNumber number) {
        return Optional.ofNullable(number).map(DoraNumber::level);
    }

    private static Optional<DoraLevel> level(DoraTime time) {
        return Optional.ofNullable(time).map(DoraTime::level);
    }

    static DocumentText text(DoraLevel level) {
        return DocumentText.of(level)
                .in(
                        switch (level) {
                            case Elite, High -> Tone.Good;
                            case Medium -> Tone.Warning;
                            case Low -> Tone.Bad;
                        });
    }
}
