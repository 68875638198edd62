package dev.readygate.cli.check;

import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.checks.Finding;
import dev.readygate.checks.Finding.Measured;
import dev.readygate.checks.FindingReason;
import dev.readygate.checks.Waivers;
import dev.readygate.checks.manifest.OfflineCheck;
import dev.readygate.checks.manifest.RuleResult;
import dev.readygate.checks.manifest.RuleResult.RuleWords;
import dev.readygate.cli.check.Checked.SkippedCheck;
import dev.readygate.cli.check.OfflineAnswer.AskingPolicy;
import dev.readygate.facts.Manifest;
import dev.readygate.facts.Outcome;
import dev.readygate.policy.EffectivePolicy;
import dev.readygate.policy.MergedCheck;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Answers the checks on one Deployment that a manifest alone can answer, and lists the names of the others. */
record ManifestJudge(Manifest manifest, Waivers waivers, EqualAnswers equal) {

    List<OfflineAnswer> answers(EffectivePolicy agreement) {
        return agreement.checks().stream().flatMap(this::answer).toList();
    }

    OfflineAnswer answer(CheckSpec ofAPack) {
        return answer(new AskingPolicy(ofAPack.name(), "", true), List.of(ofAPack));
    }

    private Stream<OfflineAnswer> answer(MergedCheck agreed) {
        var policy = policy(agreed);
        boolean lost = agreed.variants().stream().anyMatch(Predicate.not(CheckSpec::asksSomething));
        var variants = onManifests(agreed);
        if (agreed.mistake().isPresent() && (lost || !variants.isEmpty())) {
            return Stream.of(misworded(policy, agreed.mistake().get()));
        }
        return variants.isEmpty() ? Stream.empty() : Stream.of(answer(policy, variants));
    }

    private static AskingPolicy policy(MergedCheck agreed) {
        var spec = agreed.spec();
        return new AskingPolicy(
                spec.name(), agreed.askedBy(), spec.required() || agreed.gate().isPresent());
    }

    private OfflineAnswer answer(AskingPolicy policy, List<CheckSpec> variants) {
        var onPaper = variants.stream()
                .map(it -> new OfflineCheck(it, manifest, waivers))
                .toList();
        var finding = OfflineCheck.worst(onPaper);
        var rules = onPaper.stream()
                .flatMap(it -> it.rules().stream())
                .distinct()
                .map(equal::one)
                .toList();
        return rules.isEmpty()
                ? misworded(policy, finding.message())
                : equal.one(new OfflineAnswer(policy, finding, rules));
    }

    /** For what the API server would not take as a Deployment. */
    static OfflineAnswer misshapen(String sentence) {
        return misworded(new AskingPolicy("manifest", "", true), sentence);
    }

    private static OfflineAnswer misworded(AskingPolicy policy, String mistake) {
        var finding =
                new Finding(policy.check(), FindingReason.InvalidCheck, mistake, Measured.NOTHING, Optional.empty());
        return new OfflineAnswer(
                policy,
                finding,
                List.of(new RuleResult("", new RuleWords("", "", ""), Outcome.Error, mistake, List.of())));
    }

    static List<SkippedCheck> notAsked(EffectivePolicy agreement) {
        return agreement.checks().stream().flatMap(ManifestJudge::notAsked).toList();
    }

    private static Stream<SkippedCheck> notAsked(MergedCheck agreed) {
        return agreed.variants().stream()
                .filter(CheckSpec::asksSomething)
                .filter(it -> it.manifest() == null)
                .map(CheckSpec::kindName)
                .distinct()
                .map(it -> new SkippedCheck(agreed.spec().name(), it, agreed.askedBy()));
    }

    private static List<CheckSpec> onManifests(MergedCheck agreed) {
        return agreed.variants().stream().filter(it -> it.manifest() != null).toList();
    }
}
