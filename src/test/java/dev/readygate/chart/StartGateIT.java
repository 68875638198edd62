package dev.readygate.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.readygate.testing.Cluster;
import dev.readygate.testing.ClusterExtension;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The policy readygate-start on a real API server; no operator runs. */
@ExtendWith(ClusterExtension.class)
class StartGateIT {
    private final Cluster cluster;

    StartGateIT(Cluster cluster) {
        this.cluster = cluster;
    }

    private GatedDeployment parked() {
        var cart = GatedDeployment.in(cluster);
        cart.apply("2");
        return cart;
    }

    private static Arguments attempt(String name, Consumer<GatedDeployment> write) {
        return argumentSet(name, write);
    }

    private static Arguments patch(String name, String patch) {
        return attempt("patch: " + name, it -> it.patch(patch));
    }

    @Nested
    class ANewTemplate {
        static Stream<Arguments> isParkedAndCalledByItsGeneration() {
            return Stream.of(
                    attempt("apply --server-side", it -> it.apply("2")),
                    attempt("apply --server-side, saying paused: false", it -> it.apply("2", "paused: false")),
                    attempt("apply", it -> it.applyByClient("2", "")),
                    attempt("set image", it -> it.kubectl("set", "image", "deployment/cart", "app=cart:2")),
                    attempt("set env", it -> it.kubectl("set", "env", "deployment/cart", "COLOUR=green")),
                    patch("a config checksum", """
                            {"spec":{"template":{"metadata":{"annotations":{"checksum/config":"4a7d"}}}}}"""),
                    patch("no annotations left", """
                            {"metadata":{"annotations":null},"spec":{"template":{"spec":{"hostNetwork":true}}}}"""));
        }

        @ParameterizedTest
        @MethodSource
        void isParkedAndCalledByItsGeneration(Consumer<GatedDeployment> write) {
            var cart = GatedDeployment.in(cluster);
            var before = cart.generation();

            write.accept(cart);

            assertThat(cart.parked()).contains("generation-" + (before + 1));
            assertThat(cart.generation()).isEqualTo(before + 1);
        }

        @Test
        void hasNoReplicaSet() {
            var cart = parked();

            await().until(() -> cart.now().getStatus().getObservedGeneration() == cart.generation());
            assertThat(cart.replicaSets()).isEqualTo(1);
        }

        @Test
        void isToldToItsAuthor() {
            var cart = GatedDeployment.in(cluster);

            await("the validating policies to read the book").untilAsserted(() -> {
                var answer = cart.apply("2", "minReadySeconds: " + System.nanoTime() % 100);
                assertThat(answer)
                        .contains("Warning: ")
                        .contains(
                                "Deployment cart is paused by Readygate: generation-2 waits at gate Start before any pod of"
                                        + " it starts");
            });
        }

        @Test
        void leavesNoTraceInTheFieldsOfItsAuthor() {
            assertThat(parked().now().getMetadata().getManagedFields())
                    .isNotEmpty()
                    .noneMatch(it -> Serialization.asJson(it.getFieldsV1()).matches("(?s).*(f:paused|f:readygate).*"));
        }

        @Test
        void isNotHeldWhereTheBookHasNoGateStart() {
            var cart = GatedDeployment.in(cluster);
            cart.book("%s|serve|aaa|");
            cart.apply("2");
            assertThat(cart.isPaused()).isFalse();

            cart.book("another-uid|serve,start|aaa|");
            cart.apply("3");
            assertThat(cart.isPaused()).isFalse();
        }

        @Test
        void isHeldAlsoWhereTheBookHadNoRoomForTheBaseline() {
            var cart = GatedDeployment.in(cluster);
            cart.bookWithoutRoom();
            cart.apply("2");
            assertThat(cart.parked()).isPresent();
            cart.apply("1");
            assertThat(cart.parked()).isPresent();
        }

        @Test
        void isNotHeldWhenItIsTheOperators() {
            var cart = GatedDeployment.in(cluster);
            cart.patchAsOperator("{\"spec\":{\"template\":{\"spec\":{\"hostNetwork\":true}}}}");
            assertThat(cart.isPaused()).isFalse();
        }

        static Stream<Arguments> isNothingElse() {
            return Stream.of(
                    attempt("the same again", it -> it.apply("1")),
                    attempt("a label", it -> it.kubectl("label", "deployment/cart", "team=shop")),
                    attempt("scale", it -> it.kubectl("scale", "deployment/cart", "--replicas=3")),
                    attempt("a restart", it -> it.kubectl("rollout", "restart", "deployment/cart")),
                    patch("replicas", "{\"spec\":{\"replicas\":3}}"));
        }

        @ParameterizedTest
        @MethodSource
        void isNothingElse(Consumer<GatedDeployment> write) {
            var cart = GatedDeployment.in(cluster);
            write.accept(cart);
            assertThat(cart.isPaused()).isFalse();
            assertThat(cart.reason()).isEmpty();
        }
    }

    @Nested
    class AParkedTemplate {
        static Stream<Arguments> staysParkedUnderItsName() {
            return Stream.of(
                    attempt("rollout resume", it -> it.kubectl("rollout", "resume", "deployment/cart")),
                    attempt("the same again", it -> it.apply("2")),
                    attempt("the same again, saying paused: false", it -> it.apply("2", "paused: false")),
                    attempt("the same again, by apply", it -> it.applyByClient("2", "")),
                    attempt("scale", it -> it.kubectl("scale", "deployment/cart", "--replicas=3")),
                    attempt("annotate", it -> it.kubectl("annotate", "deployment/cart", "readygate.dev/held-")),
                    patch("another reason", "{\"metadata\":{\"annotations\":{\"readygate.dev/held\":\"no\"}}}"),
                    patch("no annotations", "{\"metadata\":{\"annotations\":null},\"spec\":{\"paused\":false}}"),
                    patch("replicas", "{\"spec\":{\"paused\":false,\"replicas\":2}}"),
                    patch("a restart", """
                            {"spec":{"paused":false,"template":{"metadata":{"annotations":
                              {"kubectl.kubernetes.io/restartedAt":"2026-11-21T13:00:00Z"}}}}}"""));
        }

        @ParameterizedTest
        @MethodSource
        void staysParkedUnderItsName(Consumer<GatedDeployment> write) {
            var cart = parked();
            var name = cart.parked();
            assertThat(name).isPresent();

            write.accept(cart);

            assertThat(cart.parked()).isEqualTo(name);
            assertThat(cart.version()).isEqualTo("2");
        }

        @Test
        void isNotWrittenByTheSameManifestAgain() {
            var cart = parked();
            var generation = cart.generation();
            cart.apply("2");
            cart.apply("2");
            cart.kubectl("rollout", "resume", "deployment/cart");
            assertThat(cart.generation()).isEqualTo(generation);
        }

        @Test
        void makesRoomForTheNextWhichIsParkedToo() {
            var cart = parked();
            var before = cart.generation();
            cart.apply("3");
            assertThat(cart.parked()).contains("generation-" + (before + 1));
            assertThat(cart.version()).isEqualTo("3");
        }

        static Stream<Arguments> isReleasedByAWayBack() {
            return Stream.of(
                    attempt("apply --server-side", it -> it.apply("1")),
                    attempt("apply --server-side, saying paused: false", it -> it.apply("1", "paused: false")),
                    attempt("apply", it -> it.applyByClient("1", "")),
                    attempt(
                            "set image",
                            it -> it.kubectl("set", "image", "deployment/cart", "app=registry.example/cart:1")),
                    patch("with a restart", """
                            {"spec":{"template":{"metadata":{"annotations":
                              {"kubectl.kubernetes.io/restartedAt":"2026-11-21T13:00:00Z"}},
                              "spec":{"containers":[{"name":"app","image":"registry.example/cart:1",
                              "imagePullPolicy":"IfNotPresent","resources":{},
                              "terminationMessagePath":"/dev/termination-log","terminationMessagePolicy":"File"}]}}}}"""));
        }

        /** No operator runs. */
        @ParameterizedTest
        @MethodSource
        void isReleasedByAWayBack(Consumer<GatedDeployment> write) {
            var cart = parked();
            write.accept(cart);
            assertThat(cart.isPaused()).isFalse();
            assertThat(cart.reason()).isEmpty();
            assertThat(cart.version()).isEqualTo("1");
        }

        @Test
        void isResumedByTheOperator() {
            var cart = parked();
            cart.letGo();
            assertThat(cart.isPaused()).isFalse();
            cart.apply("2");
            assertThat(cart.isPaused()).isFalse();
        }

        @Test
        void canBeResumedByAnyUserOnceTheBookIsGone() {
            var cart = parked();
            cart.kubectl("delete", "gatebook", "readygate");
            await("the API server to know").until(() -> {
                cart.kubectl("rollout", "resume", "deployment/cart");
                return !cart.isPaused();
            });
        }

        @Test
        void becomesItsAuthorsWhoDeclareAPause() {
            var cart = parked();
            cart.apply("3", "paused: true");
            assertThat(cart.isPaused()).isTrue();
            assertThat(cart.reason()).isEmpty();
        }
    }
}
