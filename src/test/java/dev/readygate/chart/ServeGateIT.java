package dev.readygate.chart;

import static dev.readygate.chart.ControllerPods.GATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.readygate.api.v1alpha1.GateBook;
import dev.readygate.api.v1alpha1.GateBookSpec;
import dev.readygate.testing.Cluster;
import dev.readygate.testing.ClusterExtension;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The policy readygate-serve on a real API server: which pods are created with the gate. */
@ExtendWith(ClusterExtension.class)
class ServeGateIT {
    private static final Map<String, String> BOOK = Map.of(
            "cart", "uid|serve|aaa,bbb|",
            "later-cart", "uid|start,serve|aaa||proceed|more",
            "observed", "uid|||",
            "new", "uid|serve||",
            "started", "uid|start|aaa|",
            "empty", "",
            "garbage", "not an entry at all",
            "cut-short", "uid|serve",
            "only-bars", "|||||||");

    private GovernedNamespace shop;

    @BeforeEach
    void open(Cluster cluster) {
        shop = new GovernedNamespace(cluster);
    }

    static Stream<Arguments> gated() {
        return Stream.of(
                argumentSet("a revision nobody verified", ControllerPods.of("cart", "ccc")),
                argumentSet("every revision while none is verified", ControllerPods.of("new", "ccc")),
                argumentSet("an entry with fields of a later version", ControllerPods.of("later-cart", "ccc")),
                argumentSet("the beginning of a verified hash", ControllerPods.of("cart", "aa")),
                argumentSet(
                        "the gate in the template already",
                        ControllerPods.withGates(ControllerPods.of("cart", "ccc"), GATE)),
                argumentSet(
                        "a label that claims otherwise",
                        ControllerPods.withLabel(ControllerPods.of("cart", "ccc"), "false")));
    }

    @ParameterizedTest
    @MethodSource
    void gated(Pod pod) {
        shop.book(BOOK);
        assertThat(ControllerPods.gatesOf(shop.admitted(pod))).containsExactly(GATE);
    }

    static Stream<Arguments> untouched() {
        return Stream.of(
                argumentSet("a verified revision", ControllerPods.of("cart", "aaa")),
                argumentSet("the revision verified before it", ControllerPods.of("cart", "bbb")),
                argumentSet("a Deployment that is only observed", ControllerPods.of("observed", "ccc")),
                argumentSet("a Deployment with another gate", ControllerPods.of("started", "ccc")),
                argumentSet("a Deployment that is not in the book", ControllerPods.of("billing", "ccc")),
                argumentSet("a Deployment whose name goes on", ControllerPods.of("cart-2", "ccc")),
                argumentSet("an empty entry", ControllerPods.of("empty", "ccc")),
                argumentSet("an entry that is none", ControllerPods.of("garbage", "ccc")),
                argumentSet("an entry cut short", ControllerPods.of("cut-short", "ccc")),
                argumentSet("an entry of bars", ControllerPods.of("only-bars", "ccc")),
                argumentSet("a bare ReplicaSet", ControllerPods.ofReplicaSet("cart", "ccc")),
                argumentSet("a ReplicaSet of another hash", ControllerPods.ofReplicaSet("cart-ddd", "ccc")),
                argumentSet("a bare pod", ControllerPods.withoutOwner(ControllerPods.of("cart", "ccc"))),
                argumentSet("a pod of a Job", ControllerPods.withOwner(ControllerPods.of("cart", "ccc"), "Job", true)),
                argumentSet(
                        "a mere owner",
                        ControllerPods.withOwner(ControllerPods.of("cart", "ccc"), "ReplicaSet", false)));
    }

    @ParameterizedTest
    @MethodSource
    void untouched(Pod pod) {
        shop.book(BOOK);
        var admitted = shop.admitted(pod);
        assertThat(ControllerPods.gatesOf(admitted)).isEmpty();
        assertThat(admitted.getMetadata().getLabels())
                .isEqualTo(pod.getMetadata().getLabels());
    }

    /** An error would let the pod through as well, so only the API server's own metric shows it. */
    @Test
    void decidesWithoutErrorsAboutEveryPod() {
        shop.book(BOOK);
        Stream.concat(gated(), untouched()).forEach(it -> shop.admitted((Pod) it.get()[0]));
        assertThat(shop.kubectl("get", "--raw", "/metrics").lines())
                .filteredOn(it -> it.startsWith("apiserver_mutating_admission_policy_check_total"))
                .filteredOn(it -> it.contains("readygate-serve"))
                .isNotEmpty()
                .allMatch(it -> it.contains("error_type=\"no_error\""));
    }

    @Test
    void labelsGatedPodsSoThatTheyAreFound() {
        shop.book(BOOK);
        assertThat(ControllerPods.labelOf(shop.admitted(ControllerPods.of("cart", "ccc"))))
                .isEqualTo("true");
    }

    /** A selector may rely on it, and a ReplicaSet whose pods do not match its selector creates pods without end. */
    @Test
    void neverOverwritesALabelOfTheTemplate() {
        shop.book(BOOK);
        assertThat(ControllerPods.labelOf(
                        shop.admitted(ControllerPods.withLabel(ControllerPods.of("cart", "ccc"), "false"))))
                .isEqualTo("false");
    }

    @Test
    void keepsOtherGatesAndTheirOrder() {
        shop.book(BOOK);
        var pod = ControllerPods.withGates(ControllerPods.of("cart", "ccc"), "a.example/one", "b.example/two");
        assertThat(ControllerPods.gatesOf(shop.admitted(pod))).containsExactly("a.example/one", "b.example/two", GATE);
    }

    @ParameterizedTest
    @MethodSource("ungatedDeployments")
    void takesTheTemplatesOwnGateFromPodsThatNeedNone(Pod pod) {
        shop.book(BOOK);
        var declared = ControllerPods.withGates(pod, "a.example/one", GATE, "b.example/two", GATE);
        assertThat(ControllerPods.gatesOf(shop.admitted(declared))).containsExactly("a.example/one", "b.example/two");
        assertThat(ControllerPods.gatesOf(shop.admitted(ControllerPods.withGates(pod, GATE))))
                .isEmpty();
    }

    static Stream<Arguments> ungatedDeployments() {
        return Stream.of(
                argumentSet("verified", ControllerPods.of("cart", "aaa")),
                argumentSet("observed", ControllerPods.of("observed", "ccc")));
    }

    @Test
    void leavesTheTemplatesOwnGateWhereNothingIsGoverned() {
        shop.book(BOOK);
        assertThat(ControllerPods.gatesOf(
                        shop.admitted(ControllerPods.withGates(ControllerPods.of("billing", "ccc"), GATE))))
                .containsExactly(GATE);
    }

    @Test
    void touchesNothingWithoutABook() {
        assertThat(ControllerPods.gatesOf(shop.admitted(ControllerPods.of("cart", "ccc"))))
                .isEmpty();
    }

    @Test
    void touchesNothingWhenTheBookIsBlank() {
        var book = new GateBook();
        book.getMetadata().setName(GateBook.NAME);
        book.setSpec(new GateBookSpec("somebody", null));
        shop.operator().resource(book).create();
        assertThat(ControllerPods.gatesOf(shop.admitted(ControllerPods.of("cart", "ccc"))))
                .isEmpty();
    }

    /** With the controllers of Kubernetes, not by a dry-run. */
    @Test
    void letsAVerifiedRevisionRestartAndHoldsTheNext() {
        shop.kubectlWith(ChartManifests.cart("1"), "apply");
        var first = onlyPod(it -> true);
        shop.book("cart", "uid|serve|" + first.getMetadata().getLabels().get("pod-template-hash") + "|");

        shop.admin().resource(first).delete();
        var restarted = onlyPod(
                it -> !it.getMetadata().getUid().equals(first.getMetadata().getUid()));
        shop.kubectlWith(ChartManifests.cart("2"), "apply");
        var next = onlyPod(it -> ChartManifests.versionOf(it.getSpec()).equals("2"));

        assertThat(ControllerPods.gatesOf(restarted)).isEmpty();
        assertThat(ControllerPods.gatesOf(next)).containsExactly(GATE);
    }

    private Pod onlyPod(Predicate<Pod> wanted) {
        return await("the pod").until(() -> pods(wanted), it -> it.size() == 1).getFirst();
    }

    private List<Pod> pods(Predicate<Pod> wanted) {
        return shop.admin().pods().inNamespace(shop.name()).list().getItems().stream()
                .filter(it -> it.getMetadata().getDeletionTimestamp() == null)
                .filter(wanted)
                .toList();
    }
}
