package dev.readygate.schedules;

import static dev.readygate.schedules.Watch.must;

import dev.readygate.api.v1alpha1.GateStatus.GateState;
import dev.readygate.api.v1alpha1.Rollout.OnTimeout;
import dev.readygate.facts.BookEntry;
import dev.readygate.facts.Hold;
import dev.readygate.schedules.ModelTemplate.ModelHealth;
import java.util.Optional;

/** The required final state after all pending events. */
record AtRest(
        ApiServer api,
        Governing policy,
        int maxUnavailable,
        ModelPeople people,
        boolean signedOff,
        boolean alwaysEnforced) {

    void check() {
        var d = api.deployment();
        isCountedOnce();
        // A person's pause is always respected, and at zero replicas there is no required state.
        if (!d.pausedByAPerson() && d.replicas() > 0) {
            isDeclaredByPeople(d);
            if (policy.rules().enforced()) {
                serves(d);
            } else {
                isLetGo(d);
            }
        }
    }

    /** No more rollouts are counted than users acted, plus the first one. */
    private void isCountedOnce() {
        int ended = api.report().stream()
                .flatMap(it -> it.deliveries().stream())
                .mapToInt(it -> it.verified() + it.failed() + it.undone() + it.prevented())
                .sum();
        must(
                ended <= people.acts() + 1,
                "%d rollouts are counted, and people acted %d times".formatted(ended, people.acts()));
    }

    private void isDeclaredByPeople(Deployment d) {
        people.declared()
                .ifPresent(it -> must(
                        d.template().equals(it), "%s is declared, and people declared %s".formatted(d.template(), it)));
        must(d.given(), "the template's fields are not given back");
        must(api.book().flatMap(BookEntry::refused).isEmpty() || isContested(), "something is still refused");
    }

    private void isLetGo(Deployment d) {
        must(api.book().isEmpty() && d.held().isEmpty(), "nothing is enforced, and something is held");
        allReady(ready(), d.replicas());
    }

    private void serves(Deployment d) {
        var hash = d.template().hash();
        if (d.held().filter(it -> it.contains(" waits at gate Start")).isPresent()) {
            waits(d);
        } else if (d.held().isPresent()) {
            must(hold().isPresent(), "paused for no reason: " + d.held());
            must(ready(hash) == 0 || api.verifies(hash), "something of what is held serves");
            allReady(ready(), d.replicas());
        } else if (api.verifies(hash)) {
            allReady(ready(hash), d.replicas());
        } else {
            mustBeUnderWay(d);
        }
    }

    private void waits(Deployment d) {
        must(!signedOff || isTurnedAway(d), "it waits for what is signed off");
        must(ready(d.template().hash()) == 0, "something of what waits at gate Start serves");
        must(ready() >= people.fewest() - maxUnavailable, "waits, and only %d are ready".formatted(ready()));
    }

    private void mustBeUnderWay(Deployment d) {
        must(d.template().health() != ModelHealth.Good || isTurnedAway(d), "a good one is not verified");
        boolean mayServe = !alwaysEnforced
                || d.wishes().proceed().filter(d.template().hash()::equals).isPresent()
                || policy.rules().rollout().onTimeout() == OnTimeout.Proceed;
        must(
                d.template().health() != ModelHealth.Sick
                        || mayServe
                        || !hasBaseline()
                        || ready(d.template().hash()) == 0,
                "a sick one serves");
    }

    private boolean isTurnedAway(Deployment d) {
        boolean outOfTime = policy.rules().rollout().onTimeout() == OnTimeout.Withdraw
                && api.report().orElseThrow().gates().stream().anyMatch(it -> it.state() == GateState.Failed);
        return outOfTime || hold().isPresent() || d.wishes().reject().isPresent();
    }

    private static void allReady(int ready, int wanted) {
        must(ready == wanted, "%d of %d are ready".formatted(ready, wanted));
    }

    private boolean hasBaseline() {
        return api.book().filter(it -> !it.verified().isEmpty()).isPresent();
    }

    private boolean isContested() {
        return api.report().stream()
                .flatMap(it -> it.conditions().stream())
                .anyMatch(it -> "RollbackContested".equals(it.reason()));
    }

    private Optional<Hold> hold() {
        return api.book().flatMap(BookEntry::hold);
    }

    private int ready() {
        return (int) api.pods().stream().filter(ModelPod::ready).count();
    }

    private int ready(String hash) {
        return (int) api.pods().stream()
                .filter(it -> it.ready() && it.hash().equals(hash) && (it.gated() || api.verifies(hash)))
                .count();
    }
}
