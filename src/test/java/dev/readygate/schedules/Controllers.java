package dev.readygate.schedules;

import static java.util.Comparator.comparing;

import dev.readygate.schedules.Deployment.Status;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The controllers of Kubernetes: the Deployment controller, the ReplicaSet controller and the kubelet, one action
 * at a time.
 */
record Controllers(ApiServer api, int maxUnavailable) {
    static final int SURGE = 1;

    /** One reconciliation of the Deployment controller. */
    void rollOut() {
        if (api.deployment().paused()) {
            scaleWhilePaused();
        } else {
            roll();
        }
        count();
    }

    private void count() {
        var sets = api.replicaSets();
        var d = api.deployment();
        var current = api.of(d.template());
        int total = sets.stream().mapToInt(it -> alive(it).size()).sum();
        int updated = current.map(it -> alive(it).size()).orElse(0);
        int available = sets.stream().mapToInt(ReplicaSet::available).sum();
        long number = current.map(ReplicaSet::number)
                .filter(it -> !d.paused())
                .orElse(d.status().number());
        api.byAController(it -> it.with(new Status(it.generation(), number, total, updated, available)));
    }

    private List<ModelPod> alive(ReplicaSet set) {
        return api.podsOf(set).stream().filter(it -> !it.leaving()).toList();
    }

    /**
     * One active ReplicaSet is scaled to the wanted size; without an active one, the current or the newest is
     * scaled up.
     */
    private void scaleWhilePaused() {
        int wanted = api.deployment().replicas();
        var current = api.of(api.deployment().template());
        var active = api.replicaSets().stream().filter(it -> it.desired() > 0).toList();
        if (active.isEmpty()) {
            current.or(() -> api.replicaSets().stream().max(comparing(ReplicaSet::number)))
                    .ifPresent(it -> api.store(it.scaled(wanted)));
        } else if (active.size() == 1) {
            api.store(active.getFirst().scaled(wanted));
        } else if (current.filter(it -> it.desired() == wanted && it.available() == wanted)
                .isPresent()) {
            active.stream().filter(it -> !it.equals(current.get())).forEach(it -> api.store(it.scaled(0)));
        } else {
            share(active, (wanted == 0 ? 0 : wanted + SURGE) - desired());
        }
    }

    /** The largest ReplicaSet takes the difference. */
    private void share(List<ReplicaSet> active, int more) {
        var largest = active.stream().max(comparing(ReplicaSet::desired)).orElseThrow();
        api.store(largest.scaled(Math.max(0, largest.desired() + more)));
    }

    private int desired() {
        return api.replicaSets().stream().mapToInt(ReplicaSet::desired).sum();
    }

    private void roll() {
        int wanted = api.deployment().replicas();
        var current = current();
        if (current.desired() != wanted) {
            int room = wanted + SURGE - desired();
            int next = current.desired() > wanted ? wanted : Math.min(wanted, current.desired() + Math.max(0, room));
            if (next != current.desired()) {
                api.store(current.scaled(next));
                return;
            }
        }
        shrinkOthers(current, wanted);
    }

    private ReplicaSet current() {
        var template = api.deployment().template();
        long newest = api.replicaSets().stream()
                .filter(it -> !it.template().equals(template))
                .mapToLong(ReplicaSet::number)
                .max()
                .orElse(0);
        if (api.of(template).isEmpty()) {
            int room = api.deployment().replicas() + SURGE - desired();
            api.make(template, newest + 1, Math.clamp(room, 0, api.deployment().replicas()));
        }
        var current = api.of(template).orElseThrow();
        if (current.number() < newest) {
            api.store(current.numbered(newest + 1));
        }
        return api.of(template).orElseThrow();
    }

    private void shrinkOthers(ReplicaSet current, int wanted) {
        int floor = wanted - maxUnavailable;
        int broken = current.desired() - current.available();
        int mayGo = desired() - floor - broken;
        var others = api.copyOfReplicaSets().stream()
                .filter(it -> !it.hash().equals(current.hash()))
                .sorted(comparing(ReplicaSet::number))
                .toList();
        for (var it : others) {
            int useless = Math.min(Math.max(0, mayGo), it.desired() - it.available());
            mayGo -= useless;
            api.store(it.scaled(it.desired() - useless));
        }
        int spare = api.replicaSets().stream().mapToInt(ReplicaSet::available).sum() - floor;
        for (var it : others) {
            var now = api.of(it.template()).orElseThrow();
            int less = Math.clamp(spare, 0, now.desired());
            spare -= less;
            api.store(now.scaled(now.desired() - less));
        }
    }

    /** The ReplicaSet controller creates or deletes one pod of each ReplicaSet that needs it, and counts. */
    void keepCount() {
        for (var set : api.copyOfReplicaSets()) {
            var alive = alive(set);
            if (alive.size() < set.desired()) {
                api.makePod(set);
            } else if (alive.size() > set.desired()) {
                alive.stream()
                        .min(comparing(ModelPod::ready).thenComparing(ModelPod::uid, Comparator.reverseOrder()))
                        .ifPresent(it -> api.store(it.toldToGo()));
            }
            int available = (int) alive(set).stream().filter(ModelPod::ready).count();
            api.store(api.of(set.template()).orElseThrow().counting(available));
        }
    }

    /** The kubelet starts or ends one pod. */
    void runPods(RandomGenerator random) {
        one(api.pods().stream().filter(it -> it.leaving() || !it.up()).toList(), random)
                .ifPresent(it -> {
                    if (it.leaving()) {
                        api.remove(it);
                    } else {
                        api.store(it.up(true));
                    }
                });
    }

    /** The containers of some pod end, and start again. */
    void crash(RandomGenerator random) {
        one(api.pods().stream().filter(ModelPod::up).toList(), random).ifPresent(it -> api.store(it.up(false)));
    }

    private static <T> Optional<T> one(List<T> some, RandomGenerator random) {
        return some.isEmpty() ? Optional.empty() : Optional.of(some.get(random.nextInt(some.size())));
    }
}
