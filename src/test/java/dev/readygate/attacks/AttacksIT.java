package dev.readygate.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.testing.Cluster;
import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.FaultCells;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Release;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every attack from one namespace has the result that its file expects, and the others go on. */
@ExtendWith(ClusterExtension.class)
class AttacksIT {
    private static final List<String> FILES = List.of("expressions", "shapes", "requests", "identities");

    @Test
    void comeToNothingAndStopNoOther(Namespace bank, Cluster cluster) {
        var till = bank.governed("till", Release.good("v1"));
        var operator = cluster.operator().pid();
        try (var corner = cluster.namespace(Map.of())) {
            var mallory = Mallory.in(corner);
            var answered = all().map(it -> new Tried(it, mallory.tries(it))).toList();
            assertThat(answered.stream().flatMap(AttacksIT::wrongAnswer)).isEmpty();
            assertThat(mallory.annotations()).doesNotContainValue("ann");

            till.release(Release.good("v2")).waitUntilVerified();
            var accepted = all().filter(it -> !it.isRefused()).toList();
            Awaitility.await("what comes of them")
                    .untilAsserted(() -> assertThat(accepted.stream().flatMap(it -> otherOutcome(mallory, it)))
                            .isEmpty());
            till.release(Release.good("v3")).waitUntilVerified();
        }
        till.release(Release.good("v4")).waitUntilVerified();
        assertThat(cluster.operator().pid()).as("the operator's process").isEqualTo(operator);
    }

    private static Stream<Attack> all() {
        return FILES.stream().flatMap(Attack::in);
    }

    private record Tried(Attack attack, Optional<String> refusal) {}

    private static Stream<String> wrongAnswer(Tried tried) {
        var answer = tried.refusal().orElse("accepted");
        boolean right = tried.attack().isRefused()
                ? tried.refusal()
                        .filter(it -> it.contains(tried.attack().words()))
                        .isPresent()
                : tried.refusal().isEmpty();
        return right ? Stream.empty() : Stream.of("%s: %s".formatted(tried.attack(), answer));
    }

    private static Stream<String> otherOutcome(Mallory mallory, Attack attack) {
        var outcome = switch (attack.kind()) {
            case "invalid" -> mallory.policyInvalid(attack).orElse("valid");
            case "said" -> mallory.said(attack).orElse("nothing is said");
            default -> attack.words();
        };
        boolean right = Stream.of(attack.words().split(": ")).allMatch(outcome::contains);
        return right ? Stream.empty() : Stream.of("%s: %s".formatted(attack, outcome));
    }

    /** One attack after the other, while accepted objects stay; alone on the machine, so that times are meaningful. */
    @Test
    @Tag(FaultCells.ALL)
    void eachLeavesTheOthersTheirPace(Namespace bank, Cluster cluster) {
        var till = bank.governed("till", Release.good("v1"));
        var undisturbed = ReleasePace.median(till, "before", 5);
        var longest = undisturbed.multipliedBy(2).plusSeconds(2);
        var softly = new SoftAssertions();
        try (var corner = cluster.namespace(Map.of())) {
            var mallory = Mallory.in(corner);
            all().filter(it -> mallory.tries(it).isEmpty()).forEach(it -> {
                var took = ReleasePace.released(till, it.id());
                System.out.printf("%6d ms, undisturbed %d ms: %s%n", took.toMillis(), undisturbed.toMillis(), it);
                softly.assertThat(took).as(it.toString()).isLessThanOrEqualTo(longest);
            });
        }
        softly.assertAll();
    }
}
