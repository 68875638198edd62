package dev.readygate.checks.manifest;

import static java.util.Objects.requireNonNull;

import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.ManifestCheck;
import dev.readygate.checks.CombinedCheck;
import dev.readygate.checks.Finding;
import dev.readygate.checks.InvalidCheck;
import dev.readygate.checks.Waivers;
import dev.readygate.checks.manifest.CheckedRule.Ruling;
import dev.readygate.checks.manifest.RuleResult.RuleWords;
import dev.readygate.facts.Manifest;
import dev.readygate.facts.Outcome;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A manifest check and a manifest that is only in a file: the finding for the whole, and for each rule.
 *
 * @param waivers that are in files, too
 */
public record OfflineCheck(CheckSpec spec, Manifest manifest, Waivers waivers) {
    public OfflineCheck {
        requireNonNull(spec, "spec");
        requireNonNull(manifest, "manifest");
        requireNonNull(waivers, "waivers");
    }

    /** The finding that the operator would report. */
    public Finding finding() {
        return ManifestEvaluator.TYPE
                .mistakeIn(spec)
                .map(it -> new InvalidCheck(spec, it).finding())
                .orElseGet(() -> Waivers.excused(
                        new ManifestEvaluator(spec, asked()).judgedOnce(manifest),
                        spec.whenNoData(),
                        () -> waivers.of(spec)));
    }

    /** Of several under one name, the one that counts. */
    public static Finding worst(List<OfflineCheck> variants) {
        return CombinedCheck.worst(variants.stream().map(OfflineCheck::finding));
    }

    /** Empty if the check is invalid. */
    public List<RuleResult> rules() {
        if (ManifestEvaluator.TYPE.mistakeIn(spec).isPresent()) {
            return List.of();
        }
        var waiver = waiver();
        return new ManifestEvaluator(spec, asked())
                .rulings(manifest).stream()
                        .map(this::ruled)
                        .map(it -> waived(it, waiver))
                        .toList();
    }

    private ManifestCheck asked() {
        return (ManifestCheck) spec.kind();
    }

    private RuleResult ruled(Ruling ruling) {
        var name = asked().expression() == null ? ruling.demand().name() : "";
        return new RuleResult(name, words(ruling), ruling.outcome(), message(ruling), ruling.containers());
    }

    /** Evaluated again only where a waiver may count. */
    private Optional<String> waiver() {
        return waivers.of(spec)
                .longest()
                .map(_ -> finding())
                .filter(it -> it.is(Outcome.Waived))
                .map(Finding::message);
    }

    private static RuleResult waived(RuleResult rule, Optional<String> waiver) {
        return waiver.filter(_ -> rule.outcome() != Outcome.Pass)
                .map(it -> new RuleResult(rule.name(), rule.words(), Outcome.Waived, it, rule.containers()))
                .orElse(rule);
    }

    private static String message(Ruling ruling) {
        return switch (ruling.outcome()) {
            case Pass, Waived, NotApplicable -> "";
            case Fail, Unknown, Error -> ruling.advice();
        };
    }

    private RuleWords words(Ruling ruling) {
        return Optional.ofNullable(asked().pack())
                .map(it -> words(Pack.of(it), ruling.demand().name()))
                .orElseGet(() -> new RuleWords(
                        Objects.requireNonNullElse(spec.title(), ""),
                        ruling.is(Outcome.Fail) ? ruling.demand().isFalse() : "",
                        ruling.demand().fix().or(this::action).orElse("")));
    }

    private Optional<String> action() {
        return Optional.ofNullable(spec.action());
    }

    private static RuleWords words(Pack pack, String rule) {
        return pack.rules().stream()
                .filter(it -> it.name().equals(rule))
                .map(it -> new RuleWords(it.title(), it.why(), it.fix()))
                .findFirst()
                .orElseThrow();
    }
}
