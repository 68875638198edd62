package dev.readygate.schedules;

import static java.util.stream.Collectors.joining;

import dev.readygate.checks.Ask;
import dev.readygate.facts.Outcome;
import dev.readygate.facts.Target;
import dev.readygate.gate.Decision;
import dev.readygate.schedules.Watch.ModelViolation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** One random schedule, the same for the same seed. */
final class Schedule {
    private static final int STEPS = 120;
    private static final int ACTS = 5;
    private static final int ROUNDS = 400;
    private static final int AT_REST = 12;

    private final RandomGenerator random;
    private final int maxUnavailable;
    private final ApiServer api;
    private final Controllers kubernetes;
    private final ModelPeople people;
    private final Watch watch;
    private final Set<String> turned = new HashSet<>();
    private final List<Supplier<String>> log = new ArrayList<>();
    private final boolean signedOff;
    private Governing policy;
    private ModelOperator operator;
    private boolean edited;
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");

    Schedule(long seed) {
        random = new Random(seed);
        policy = Governing.any(random);
        maxUnavailable = random.nextInt(2);
        signedOff = random.nextInt(3) > 0;
        api = new ApiServer(
                Deployment.of(ModelPeople.first(random), List.of(1, 3, 3, 4).get(random.nextInt(4))));
        kubernetes = new Controllers(api, maxUnavailable);
        people = new ModelPeople(api, random);
        watch = new Watch(api);
        operator = start();
    }

    private ModelOperator start() {
        return new ModelOperator(api, () -> policy, maxUnavailable, watch);
    }

    /** @throws ModelViolation with all events */
    void play() {
        try {
            if (random.nextInt(4) > 0) {
                rest();
            }
            int acts = 0;
            for (int i = 0; i < STEPS; i++) {
                if (acts < ACTS && random.nextInt(STEPS / ACTS / 2) == 0) {
                    tell(random.nextInt(15) == 0 ? edit() : people.act());
                    acts++;
                }
                step();
            }
            rest();
            new AtRest(api, policy, maxUnavailable, people, signedOff, !edited).check();
        } catch (ModelViolation | IllegalStateException | NoSuchElementException broken) {
            throw new AssertionError(
                    "%s%n%s%n%s%n%s"
                            .formatted(
                                    broken,
                                    policy.text(),
                                    log.stream().map(Supplier::get).collect(joining("\n")),
                                    state()),
                    broken);
        }
    }

    private void tell(String what) {
        log.add(() -> what);
    }

    private String state() {
        return "%s%n%s%n%s%n%s%n%s"
                .formatted(
                        api.deployment(),
                        api.replicaSets(),
                        api.pods(),
                        api.book(),
                        api.report()
                                .map(it -> it.phase() + " " + it.revision() + " " + it.baseline() + " " + it.gates()
                                        + " " + it.conditions()));
    }

    /** Toggles the mode of the policy. */
    private String edit() {
        edited = true;
        policy = policy.turned();
        return policy.rules().enforced() ? "enforce" : "observe";
    }

    private void step() {
        now = now.plusMillis(random.nextInt(1500));
        switch (random.nextInt(16)) {
            case 0, 1, 2 -> kubernetes.rollOut();
            case 3, 4 -> kubernetes.keepCount();
            case 5, 6 -> kubernetes.runPods(random);
            case 7 -> mishap();
            case 8, 9 -> operator.hear(random);
            case 10 -> operator.hearAll();
            case 11, 12 -> ask();
            default -> look(random.nextInt(6) == 0 ? random.nextInt(4) : -1, random.nextBoolean());
        }
    }

    private void mishap() {
        switch (random.nextInt(4)) {
            case 0 -> kubernetes.crash(random);
            case 1 -> {
                tell("killed");
                operator = start();
            }
            case 2 -> now = now.plusSeconds(random.nextInt(90));
            default -> {}
        }
    }

    private void look(int dies, boolean patient) {
        try {
            operator.look(now, dies, patient, this::decided);
        } catch (Writes.Death death) {
            tell("killed at write " + dies);
            operator = start();
        }
    }

    private void decided(Decision decision) {
        if (!decision.effects().isEmpty()) {
            log.add(() -> "decided %s %s %s"
                    .formatted(decision.phase(), decision.standing().reason(), decision.effects()));
        }
    }

    private void ask() {
        var asks = operator.asks();
        if (!asks.isEmpty()) {
            ask(asks.get(random.nextInt(asks.size())));
        }
    }

    private void ask(Ask ask) {
        switch (ask.question().target()) {
            case Target.OnePod pod ->
                api.pods().stream()
                        .filter(it -> it.uid().equals(pod.uid()) && it.up() && !it.leaving())
                        .forEach(it -> answer(ask, it));
            case Target.OneRevision _, Target.Whole _ ->
                operator.answer(ask, signedOff ? Outcome.Pass : Outcome.Fail, now);
        }
    }

    private void answer(Ask ask, ModelPod pod) {
        var template = ModelPeople.template(pod.hash().substring(1));
        switch (template.health()) {
            case Good -> operator.answer(ask, Outcome.Pass, now);
            case Sick -> operator.answer(ask, Outcome.Fail, now);
            case Silent -> {}
            case TurnsBad -> operator.answer(ask, hasTurned(template) ? Outcome.Fail : Outcome.Pass, now);
        }
    }

    private boolean hasTurned(ModelTemplate template) {
        var d = api.deployment();
        if (d.template().equals(template)
                && d.replicas() > 0
                && d.status().updated() == d.replicas()
                && d.status().available() == d.replicas()) {
            turned.add(template.name());
        }
        return turned.contains(template.name());
    }

    /** No user acts any more, and every pending event comes: in the end there is no work left. */
    private void rest() {
        int quiet = 0;
        for (int i = 0; i < ROUNDS && quiet < AT_REST; i++) {
            long before = api.version();

            now = now.plus(Duration.ofSeconds(i % 8 == 7 ? 1000 : 2));
            operator.hearAll();
            operator.asks().forEach(this::ask);
            look(-1, false);
            kubernetes.rollOut();
            kubernetes.keepCount();
            kubernetes.runPods(random);
            quiet = api.version() == before ? quiet + 1 : 0;
        }
        if (quiet < AT_REST) {
            throw new ModelViolation("it never comes to rest");
        }
        tell("at rest");
    }
}
