package dev.readygate.checks.manifest;

import static java.util.stream.Collectors.joining;

import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.ManifestCheck;
import dev.readygate.checks.Check;
import dev.readygate.checks.CheckType;
import dev.readygate.checks.EvidenceResult;
import dev.readygate.checks.Finding;
import dev.readygate.checks.Finding.Measured;
import dev.readygate.checks.FindingReason;
import dev.readygate.checks.Subject;
import dev.readygate.checks.manifest.CheckedRule.Ruling;
import dev.readygate.checks.text.BriefText;
import dev.readygate.facts.Horizon;
import dev.readygate.facts.Manifest;
import dev.readygate.facts.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The declared Deployment, and the objects related to it, are as the policy demands. */
public record ManifestEvaluator(CheckSpec spec, ManifestCheck asked, CheckedRules rules) implements Check {
    public static final CheckType<ManifestCheck> TYPE = CheckType.of(ManifestCheck.class, ManifestEvaluator::new)
            .mistakes((_, manifest) ->
                    CheckType.unread("params", manifest.params()).or(() -> CheckedRules.mistake(manifest)))
            .mistakesAtAdmit(AdmitExpressions::mistake);

    private static final Duration AGAIN = Duration.ofSeconds(5);
    private static final int TOLD_IN_FULL = 3;
    private static final int TOLD_BY_NAME = 10;
    private static final int LONGEST_ADVICE = 200;

    ManifestEvaluator(CheckSpec spec, ManifestCheck asked) {
        this(spec, asked, CheckedRules.of(asked));
    }

    @Override
    public Horizon horizon() {
        return rules.all().stream().anyMatch(CheckedRule::looksAround) ? Horizon.Surroundings : Horizon.Manifest;
    }

    @Override
    public Finding evaluate(Subject subject) {
        return subject.world().manifest().map(this::judgedOnce).orElseGet(this::unread);
    }

    /** No event tells when to read it again. */
    @Override
    public Optional<Instant> changesAt(Subject subject) {
        var world = subject.world();
        return world.manifest().isEmpty() ? Optional.of(world.at().plus(AGAIN)) : Optional.empty();
    }

    private Finding unread() {
        var sentence = "the Deployment's manifest could not be read; trying again";
        return finding(new EvidenceResult(FindingReason.ManifestUnknown, sentence, Measured.NOTHING));
    }

    /** A pack takes a millisecond, and most evaluations, one for each pod among them, see no change. */
    Finding judgedOnce(Manifest manifest) {
        return finding(judged(manifest).together());
    }

    /** What each rule says of it. */
    List<Ruling> rulings(Manifest manifest) {
        return judged(manifest).rulings();
    }

    private Judgement judged(Manifest manifest) {
        return manifest.notes().once(asked, Judgement.class, () -> judge(manifest));
    }

    private record Judgement(List<Ruling> rulings, EvidenceResult together) {}

    private Judgement judge(Manifest manifest) {
        var values = ManifestNames.values(manifest, asked.params());
        var rulings = rules.all().stream().map(it -> it.rule(manifest, values)).toList();
        return new Judgement(rulings, asked.expression() == null ? ofSeveral(rulings) : ofOne(rulings.getFirst()));
    }

    private static EvidenceResult ofOne(Ruling ruling) {
        var text = ruling.demand().text();
        var measured = new Measured(seen(ruling), text);
        return ruling.is(Outcome.Pass)
                ? new EvidenceResult(FindingReason.ManifestConforms, text + " is true", measured)
                : new EvidenceResult(reason(ruling.outcome()), ruling.advice(), measured);
    }

    private static String seen(Ruling ruling) {
        return switch (ruling.outcome()) {
            case Pass -> "true";
            case Fail -> "false";
            case Unknown, Error, Waived, NotApplicable -> "";
        };
    }

    /** A Fail counts before a rule without an answer: it is known to be wrong. */
    private static EvidenceResult ofSeveral(List<Ruling> rulings) {
        var outcome = Stream.of(Outcome.Fail, Outcome.Error, Outcome.Unknown)
                .filter(it -> rulings.stream().anyMatch(one -> one.is(it)))
                .findFirst()
                .orElse(Outcome.Pass);
        var judged = new EvidenceResult(reason(outcome), sentence(outcome, rulings), measured(rulings));
        return outcome == Outcome.Fail ? judged.worth(worth(rulings)) : judged;
    }

    private static FindingReason reason(Outcome outcome) {
        return switch (outcome) {
            case Pass, Waived, NotApplicable -> FindingReason.ManifestConforms;
            case Fail -> FindingReason.ManifestViolates;
            case Unknown -> FindingReason.Waiting;
            case Error -> FindingReason.NotJudged;
        };
    }

    private static String sentence(Outcome outcome, List<Ruling> rulings) {
        var those = rulings.stream().filter(it -> it.is(outcome)).toList();
        if (outcome == Outcome.Pass) {
            return rulings.size() == 1 ? "the rule is kept" : "all %d rules are kept".formatted(rulings.size());
        }
        var what = outcome == Outcome.Fail ? "not kept" : "not judged";
        var full = those.stream()
                .limit(TOLD_IN_FULL)
                .map(it -> "%s: %s".formatted(it.demand().name(), BriefText.of(it.advice(), LONGEST_ADVICE)))
                .collect(joining("; "));
        return "%d of %d rules %s: %s%s".formatted(those.size(), rulings.size(), what, full, rest(those));
    }

    private static String rest(List<Ruling> those) {
        if (those.size() <= TOLD_IN_FULL) {
            return "";
        }
        var named = those.stream()
                .skip(TOLD_IN_FULL)
                .limit(TOLD_BY_NAME)
                .map(it -> it.demand().name())
                .collect(joining(", "));
        int more = those.size() - TOLD_IN_FULL - TOLD_BY_NAME;
        return more > 0 ? "; also %s and %d more".formatted(named, more) : "; also " + named;
    }

    private static Measured measured(List<Ruling> rulings) {
        var kept = rulings.stream().filter(it -> it.is(Outcome.Pass)).count();
        return new Measured("%d of %d rules".formatted(kept, rulings.size()), "all rules");
    }

    /** The passing share of judged rules. */
    private static double worth(List<Ruling> rulings) {
        double kept = weight(rulings, Outcome.Pass);
        double judged = kept + weight(rulings, Outcome.Fail);
        return 100 * kept / judged;
    }

    private static double weight(List<Ruling> rulings, Outcome outcome) {
        return rulings.stream()
                .filter(it -> it.is(outcome))
                .mapToDouble(it -> it.demand().weight())
                .sum();
    }

    private Finding finding(EvidenceResult judged) {
        return judged.finding(spec.name());
    }
}
