package dev.readygate.schedules;

import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.facts.BookEntry;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The stored objects of one Deployment, and the rules of writing them. */
final class ApiServer {
    private final Map<String, ReplicaSet> replicaSets = new TreeMap<>();
    private final Map<String, ModelPod> pods = new TreeMap<>();
    private Deployment deployment;
    private Optional<BookEntry> book = Optional.empty();
    private Optional<ReadinessReportStatus> report = Optional.empty();
    private long versions = 1;
    private long made;

    ApiServer(Deployment created) {
        deployment = created;
    }

    /** Another client wrote in between. */
    static final class Conflict extends RuntimeException {
        Conflict(String what) {
            super(what, null, false, false);
        }
    }

    /** Counts every change. */
    long version() {
        return versions;
    }

    Deployment deployment() {
        return deployment;
    }

    Collection<ReplicaSet> replicaSets() {
        return replicaSets.values();
    }

    List<ReplicaSet> copyOfReplicaSets() {
        return List.copyOf(replicaSets.values());
    }

    Optional<ReplicaSet> of(ModelTemplate template) {
        return Optional.ofNullable(replicaSets.get(template.hash()));
    }

    Collection<ModelPod> pods() {
        return pods.values();
    }

    List<ModelPod> copyOfPods() {
        return List.copyOf(pods.values());
    }

    List<ModelPod> podsOf(ReplicaSet owner) {
        return pods.values().stream()
                .filter(it -> it.replicaSet().equals(owner.uid()))
                .toList();
    }

    Optional<BookEntry> book() {
        return book;
    }

    boolean verifies(String hash) {
        return book.filter(it -> it.verifies(hash)).isPresent();
    }

    Optional<ReadinessReportStatus> report() {
        return report;
    }

    /** @return whether it was admitted */
    boolean byAPerson(UnaryOperator<Deployment> change, boolean declaresPause) {
        var wanted = change.apply(deployment);
        var admission = new ModelAdmission(book, deployment, declaresPause);
        if (admission.denies(wanted)) {
            return false;
        }
        store(admission.mutate(wanted));
        return true;
    }

    void byAController(UnaryOperator<Deployment> change) {
        store(change.apply(deployment));
    }

    /** @param version of the object on which the decision is based */
    void byTheOperator(long version, UnaryOperator<Deployment> change) {
        if (version != deployment.version()) {
            throw new Conflict("the Deployment has another version");
        }
        store(change.apply(deployment));
    }

    private void store(Deployment wanted) {
        if (!wanted.equals(deployment)) {
            deployment = wanted.after(deployment, ++versions);
        }
    }

    void make(ModelTemplate template, long number, int desired) {
        var uid = "rs-" + ++made;
        replicaSets.put(template.hash(), new ReplicaSet(uid, ++versions, number, template, desired, 0));
    }

    void store(ReplicaSet wanted) {
        var stored = replicaSets.get(wanted.hash());
        if (!wanted.equals(stored)) {
            replicaSets.put(wanted.hash(), wanted.at(++versions));
        }
    }

    ReplicaSet unchanged(String uid, long version) {
        return replicaSets.values().stream()
                .filter(it -> it.uid().equals(uid) && it.version() == version)
                .findFirst()
                .orElseThrow(() -> new Conflict("the ReplicaSet has another version, or is gone"));
    }

    /** Deletes its pods too. */
    void remove(ReplicaSet gone) {
        versions++;
        replicaSets.remove(gone.hash());
        podsOf(gone).forEach(it -> store(it.toldToGo()));
    }

    void makePod(ReplicaSet owner) {
        var uid = "p-%04d".formatted(++made);
        store(new ModelPod(
                uid, owner.hash(), owner.uid(), ModelAdmission.gates(book, owner.hash()), false, false, false));
    }

    void store(ModelPod pod) {
        versions++;
        pods.put(pod.uid(), pod);
    }

    void remove(ModelPod pod) {
        versions++;
        pods.remove(pod.uid());
    }

    void open(String uid) {
        var pod = pods.get(uid);
        if (pod == null) {
            throw new Conflict("the pod is gone");
        }
        if (!pod.open()) {
            store(pod.opened());
        }
    }

    void write(Optional<BookEntry> entry) {
        versions++;
        book = entry;
    }

    void write(ReadinessReportStatus status) {
        if (!report.equals(Optional.of(status))) {
            versions++;
        }
        report = Optional.of(status);
    }

    void removeReport() {
        report = Optional.empty();
    }
}
