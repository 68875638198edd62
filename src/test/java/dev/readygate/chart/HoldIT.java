package dev.readygate.chart;

import static dev.readygate.chart.HeldDeployment.ApplyStyle.ClientSide;
import static dev.readygate.chart.HeldDeployment.ApplyStyle.ServerSide;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.readygate.chart.HeldDeployment.ApplyStyle;
import dev.readygate.testing.Cluster;
import dev.readygate.testing.ClusterExtension;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The policies readygate-hold and readygate-warn on a real API server: their effect on users' writes to a held
 * Deployment.
 */
@ExtendWith(ClusterExtension.class)
class HoldIT {
    private GovernedNamespace shop;

    @BeforeEach
    void open(Cluster cluster) {
        shop = new GovernedNamespace(cluster);
    }

    @Nested
    class TheRejectedRelease {
        static Stream<Arguments> staysPaused() {
            return Stream.of(
                    attempt("apply", it -> it.apply(ClientSide, "2", "")),
                    attempt("apply, saying paused: false", it -> it.apply(ClientSide, "2", "paused: false")),
                    attempt("apply --server-side", it -> it.apply(ServerSide, "2", "")),
                    attempt("rollout resume", it -> it.kubectl("rollout", "resume", "deployment/cart")),
                    patch("paused: false", "{\"spec\":{\"paused\":false}}"),
                    patch("no paused", "{\"spec\":{\"paused\":null}}"),
                    patch("another reason", "{\"metadata\":{\"annotations\":{\"readygate.dev/held\":\"no\"}}}"),
                    patch("no annotations", "{\"metadata\":{\"annotations\":null},\"spec\":{\"paused\":false}}"),
                    patch("replicas", "{\"spec\":{\"paused\":false,\"replicas\":2}}"),
                    patch("a restart", """
                            {"spec":{"paused":false,"template":{"metadata":{"annotations":
                              {"kubectl.kubernetes.io/restartedAt":"2026-11-21T13:00:00Z"}}}}}"""),
                    attempt("label", it -> it.kubectl("label", "deployment/cart", "team=shop")),
                    attempt("annotate", it -> it.kubectl("annotate", "deployment/cart", "readygate.dev/held-")),
                    attempt("scale", it -> it.kubectl("scale", "deployment/cart", "--replicas=2")));
        }

        @ParameterizedTest
        @MethodSource
        void staysPaused(Consumer<HeldDeployment> write) {
            var cart = HeldDeployment.in(shop, ClientSide);
            write.accept(cart);
            assertThat(cart.isPaused()).isTrue();
            assertThat(cart.reason()).contains("why");
            assertThat(cart.version()).isEqualTo("2");
        }

        @Test
        void staysPausedAlsoWhenReplacedAsAWhole() {
            var cart = HeldDeployment.in(shop, ServerSide);
            shop.replace(ChartManifests.cart("2"));
            assertThat(cart.isPaused()).isTrue();
            assertThat(cart.reason()).contains("why");
        }

        @Test
        void isNotRolledOutByAnyOfIt() {
            var cart = HeldDeployment.in(shop, ClientSide);
            var generation = cart.now().getMetadata().getGeneration();
            cart.kubectl("rollout", "resume", "deployment/cart");
            cart.apply(ClientSide, "2", "");
            assertThat(cart.now().getMetadata().getGeneration()).isEqualTo(generation);
        }

        @Test
        void canBeScaled() {
            var cart = HeldDeployment.in(shop, ServerSide);
            cart.kubectl("scale", "deployment/cart", "--replicas=3");
            assertThat(cart.now().getSpec().getReplicas()).isEqualTo(3);
        }

        /** No conflict about a field that the manifest has contained all along. */
        @ParameterizedTest
        @EnumSource
        void staysPausedWhereTheManifestSaysOtherwise(ApplyStyle how) {
            var cart = HeldDeployment.in(shop, how, "paused: false");
            cart.apply(how, "2", "paused: false");
            assertThat(cart.isPaused()).isTrue();
        }

        private static Arguments patch(String name, String patch) {
            return attempt("patch: " + name, it -> it.patch(PatchType.JSON_MERGE, patch));
        }
    }

    @Nested
    class TheNextRelease {
        static Stream<Arguments> rollsOut() {
            return Stream.of(
                    attempt("apply", it -> it.apply(ClientSide, "3", "")),
                    attempt("apply --server-side", it -> it.apply(ServerSide, "3", "")),
                    attempt("apply, saying paused: false", it -> it.apply(ServerSide, "3", "paused: false")),
                    attempt("back to the release before", it -> it.apply(ServerSide, "1", "")),
                    attempt("set image", it -> it.kubectl("set", "image", "deployment/cart", "app=cart:3")),
                    attempt("set env", it -> it.kubectl("set", "env", "deployment/cart", "COLOUR=green")),
                    attempt("a config checksum", it -> it.patch(PatchType.STRATEGIC_MERGE, """
                            {"spec":{"template":{"metadata":{"annotations":{"checksum/config":"4a7d"}}}}}""")),
                    attempt("a label of the pods", it -> it.patch(PatchType.STRATEGIC_MERGE, """
                            {"spec":{"template":{"metadata":{"labels":{"tier":"front"}}}}}""")));
        }

        @ParameterizedTest
        @MethodSource
        void rollsOut(Consumer<HeldDeployment> write) {
            var cart = HeldDeployment.in(shop, ServerSide);
            write.accept(cart);
            assertThat(cart.isPaused()).isFalse();
            assertThat(cart.reason()).isEmpty();
        }

        @Test
        void rollsOutWhenReplacedAsAWhole() {
            var cart = HeldDeployment.in(shop, ServerSide);
            shop.replace(ChartManifests.cart("3"));
            assertThat(cart.isPaused()).isFalse();
            assertThat(cart.reason()).isEmpty();
        }

        /** The same result as v3 alone, in the object and in its field managers. */
        @ParameterizedTest
        @EnumSource
        void carriesNoTraceOfTheHold(ApplyStyle how, Cluster cluster) {
            var cart = HeldDeployment.in(shop, how);
            cart.apply(how, "2", "");
            cart.apply(how, "3", "");
            var other = new GovernedNamespace(cluster);
            other.kubectlWith(ChartManifests.cart("3"), "apply");

            assertThat(cart.now().getSpec())
                    .isEqualTo(other.admin()
                            .apps()
                            .deployments()
                            .inNamespace(other.name())
                            .withName("cart")
                            .get()
                            .getSpec());
            assertThat(cart.ownersOfPauses()).isEqualTo("[]");
        }

        @ParameterizedTest
        @EnumSource
        void keepsAPauseThatItDeclaresItself(ApplyStyle how) {
            var cart = HeldDeployment.in(shop, how);
            cart.apply(how, "3", "paused: true");
            assertThat(cart.isPaused()).isTrue();
            assertThat(cart.reason()).isEmpty();
        }

        @Test
        void endsThePauseThatItsOwnerTakesOut() {
            var cart = HeldDeployment.in(shop, ServerSide);
            cart.apply(ServerSide, "3", "paused: true");
            cart.apply(ServerSide, "3", "");
            assertThat(cart.isPaused()).isFalse();
        }
    }

    @Nested
    class APauseThatIsNotOurs {
        @Test
        void isResumedByWhomeverMadeIt() {
            var cart = HeldDeployment.pausedByAPerson(shop);
            cart.kubectl("rollout", "resume", "deployment/cart");
            assertThat(cart.isPaused()).isFalse();
        }

        @Test
        void isNotLiftedByTheNextRelease() {
            var cart = HeldDeployment.pausedByAPerson(shop);
            cart.apply(ServerSide, "3", "");
            assertThat(cart.isPaused()).isTrue();
        }

        /**
         * The annotation is still there, but the GateBook no longer holds the Deployment: the hold was released, or
         * the entry is about another UID.
         */
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "%s|serve|aaa|",
                    "another-uid|serve|aaa|" + HeldDeployment.WHY,
                    "%s|serve",
                    "%s",
                    "garbage",
                    "",
                })
        void isResumedOnceTheBookHasReleasedIt(String entry) {
            var cart = HeldDeployment.in(shop, ServerSide);
            cart.book(entry);
            cart.kubectl("rollout", "resume", "deployment/cart");
            assertThat(cart.isPaused()).isFalse();
        }

        @Test
        void isResumedOnceTheBookIsGone() {
            var cart = HeldDeployment.in(shop, ServerSide);
            cart.kubectl("delete", "gatebook", "readygate");
            await("the API server to know").until(() -> {
                cart.kubectl("rollout", "resume", "deployment/cart");
                return !cart.isPaused();
            });
        }

        @Test
        void isLiftedByTheOperator() {
            var cart = HeldDeployment.in(shop, ServerSide);
            cart.letGo();
            assertThat(cart.isPaused()).isFalse();
            assertThat(cart.reason()).isEmpty();
        }
    }

    @Nested
    class TheWarning {
        private static final String SENTENCE =
                "Deployment cart stays paused, because Readygate holds back revision 5d8f7c"
                        + " since 2026-11-21T12:04:00Z (healthy: GET /health answered 503): apply a corrected template to go on"
                        + " from the last known-good revision; resuming or applying this one again changes nothing.";

        static Stream<Arguments> saysTheReasonAndTheWayOut() {
            return Stream.of(
                    answer("rollout resume", it -> it.kubectl("rollout", "resume", "deployment/cart")),
                    answer("label", it -> it.kubectl("label", "deployment/cart", "team=shop")),
                    answer("apply", it -> it.apply(ClientSide, "2", "paused: false")),
                    answer("apply --server-side", it -> it.apply(ServerSide, "2", "")));
        }

        @ParameterizedTest
        @MethodSource
        void saysTheReasonAndTheWayOut(Function<HeldDeployment, String> write) {
            var cart = warned(HeldDeployment.in(shop, ClientSide));
            assertThat(write.apply(cart)).contains("Warning: ").contains(SENTENCE);
        }

        @ParameterizedTest
        @ValueSource(strings = {"just a word", "a: b: c", "since when"})
        void saysAllItCanOfAnEntryOutOfShape(String held) {
            var cart = HeldDeployment.in(shop, ServerSide);
            cart.book("%s|serve|aaa|" + held);
            await("the API server to read it")
                    .untilAsserted(() -> assertThat(cart.kubectl("rollout", "resume", "deployment/cart"))
                            .contains("Readygate holds back revision " + held.split(": ")[0]));
        }

        @Test
        void isNotGivenToTheNextRelease() {
            var cart = warned(HeldDeployment.in(shop, ClientSide));
            assertThat(cart.apply(ClientSide, "3", "")).doesNotContain("Warning");
        }

        @Test
        void isNotGivenAboutOtherDeployments() {
            var cart = warned(HeldDeployment.in(shop, ServerSide));
            shop.kubectl("create", "deployment", "billing", "--image=billing");
            assertThat(cart.kubectl("label", "deployment/billing", "team=shop")).doesNotContain("Warning");
        }

        /** Validating policies read the GateBook independently of mutating ones, a little earlier or later. */
        private HeldDeployment warned(HeldDeployment cart) {
            await("the API server to read it")
                    .until(() -> cart.kubectl("annotate", "deployment/cart", "--overwrite", "seen=" + System.nanoTime())
                            .contains("Warning"));
            return cart;
        }

        private static Arguments answer(String name, Function<HeldDeployment, String> write) {
            return argumentSet(name, write);
        }
    }

    private static Arguments attempt(String name, Consumer<HeldDeployment> write) {
        return argumentSet(name, write);
    }
}
