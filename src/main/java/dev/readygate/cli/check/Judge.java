package dev.readygate.cli.check;

import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.checks.Finding;
import dev.readygate.checks.Finding.Measured;
import dev.readygate.checks.OnPaper;
import dev.readygate.checks.Ruled;
import dev.readygate.checks.Ruled.Words;
import dev.readygate.checks.Waivers;
import dev.readygate.cli.check.Answer.Asker;
import dev.readygate.cli.check.Checked.NotAsked;
import dev.readygate.facts.Manifest;
import dev.readygate.facts.Outcome;
import dev.readygate.policy.Agreed;
import dev.readygate.policy.Agreement;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What is asked of one Deployment: whatever a manifest alone can answer, and the rest by its name only. */
record Judge(Manifest manifest, Waivers waivers) {

    List<Answer> answers(Agreement agreement) {
        return agreement.checks().stream().flatMap(this::answer).toList();
    }

    Answer answer(CheckSpec ofAPack) {
        return answer(new Asker(ofAPack.name(), "", true), List.of(ofAPack));
    }

    private Stream<Answer> answer(Agreed agreed) {
        var asker = asker(agreed);
        boolean lost = agreed.variants().stream().anyMatch(Predicate.not(CheckSpec::asksSomething));
        var variants = onManifests(agreed);
        if (agreed.mistake().isPresent() && (lost || !variants.isEmpty())) {
            return Stream.of(misworded(asker, agreed.mistake().get()));
        }
        return variants.isEmpty() ? Stream.empty() : Stream.of(answer(asker, variants));
    }

    private static Asker asker(Agreed agreed) {
        var spec = agreed.spec();
        return new Asker(
                spec.name(), agreed.askedBy(), spec.required() || agreed.gate().isPresent());
    }

    private Answer answer(Asker asker, List<CheckSpec> variants) {
        var onPaper =
                variants.stream().map(it -> new OnPaper(it, manifest, waivers)).toList();
        var finding = OnPaper.worst(onPaper);
        var rules =
                onPaper.stream().flatMap(it -> it.rules().stream()).distinct().toList();
        return rules.isEmpty() ? misworded(asker, finding.message()) : new Answer(asker, finding, rules);
    }

    private static Answer misworded(Asker asker, String mistake) {
        var finding =
                new Finding(asker.check(), Outcome.Error, "InvalidCheck", mistake, Measured.NOTHING, Optional.empty());
        return new Answer(asker, finding, List.of(new Ruled("", new Words("", "", ""), Outcome.Error, mistake)));
    }

    static List<NotAsked> notAsked(Agreement agreement) {
        return agreement.checks().stream().flatMap(Judge::notAsked).toList();
    }

    private static Stream<NotAsked> notAsked(Agreed agreed) {
        return agreed.variants().stream()
                .filter(CheckSpec::asksSomething)
                .filter(it -> it.manifest() == null)
                .map(Kind::of)
                .distinct()
                .map(it -> new NotAsked(agreed.spec().name(), it, agreed.askedBy()));
    }

    private static List<CheckSpec> onManifests(Agreed agreed) {
        return agreed.variants().stream().filter(it -> it.manifest() != null).toList();
    }
}
