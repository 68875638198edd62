package dev.readygate.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.testing.App;
import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Release;
import dev.readygate.testing.Shape;
import dev.readygate.testing.Witness;
import io.fabric8.kubernetes.api.model.IntOrString;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A bad release is withdrawn, with any number of pods and strategy, while a user disturbs it: no pod of it ever
 * serves, and no other pod is missing because of Readygate. With {@code -Dmatrix} every strategy meets every
 * disturbance, otherwise each of them once.
 */
@ExtendWith(ClusterExtension.class)
class WithdrawIT {
    private static final Release V1 = Release.good("v1");
    private static final Release SICK = Release.sick("v2");
    private static final Release FIXED = Release.good("v3");

    enum Way {
        Quarter(Function.identity(), it -> it / 4),
        OneLess(it -> it.rolling(0, 1), it -> 1),
        OneMore(it -> it.rolling(1, 0), it -> 0),
        TwiceAsMany(it -> it.rolling(new IntOrString("100%"), new IntOrString(0)), it -> 0),
        Recreated(Shape::recreating, it -> it);

        private final Function<Shape, Shape> shape;
        private final Function<Integer, Integer> mayBeMissing;

        Way(Function<Shape, Shape> shape, Function<Integer, Integer> mayBeMissing) {
            this.shape = shape;
            this.mayBeMissing = mayBeMissing;
        }
    }

    enum Meanwhile {
        Scaled {
            @Override
            void happens(App cart, int replicas) {
                cart.scale(replicas + 2);
            }

            @Override
            void ends(App cart, int replicas) {
                cart.waitUntil("all of them", it -> it.readyPodsOf(V1) == replicas + 2 || it.isSaidToBe("Held"));
            }
        },
        ScaledToZeroAndBack {
            @Override
            void happens(App cart, int replicas) {
                cart.scale(0).waitUntil("nothing", it -> it.pods().isEmpty()).scale(replicas);
            }

            @Override
            void ends(App cart, int replicas) {
                cart.waitUntil("all of them", it -> it.readyPodsOf(V1) == replicas || it.isSaidToBe("Held"));
            }

            @Override
            int fewest(int replicas) {
                return 0;
            }
        },
        Superseded {
            @Override
            void happens(App cart, int replicas) {
                cart.release(FIXED);
            }

            @Override
            void ends(App cart, int replicas) {
                cart.waitUntilVerified();
            }
        },
        Resumed {
            @Override
            void happens(App cart, int replicas) {
                cart.waitUntil("a decision", it -> it.isPaused() || it.isSaidToBe("Held"));
                // A release held by onFailure Hold has no pause that a user could lift.
                if (cart.isPaused()) {
                    cart.kubectl("rollout resume");
                }
            }

            @Override
            void ends(App cart, int replicas) {
                cart.waitUntil("an end", it -> it.isSaidToBe("Withdrawn") || it.isSaidToBe("Held"));
            }
        };

        abstract void happens(App cart, int replicas);

        abstract void ends(App cart, int replicas);

        /** The fewest replicas wanted at one moment, out of the given number at first. */
        int fewest(int replicas) {
            return replicas;
        }
    }

    static Stream<WithdrawCell> cells() {
        var all = System.getProperty("matrix") != null;
        var ways = List.of(Way.values());
        var disturbances = List.of(Meanwhile.values());
        return IntStream.range(0, ways.size() * disturbances.size())
                .mapToObj(it -> new WithdrawCell(ways.get(it % ways.size()), disturbances.get(it / ways.size())))
                .filter(it -> all || it.meanwhile().ordinal() == it.way().ordinal() % disturbances.size());
    }

    record WithdrawCell(Way way, Meanwhile meanwhile) {}

    /** One Deployment with that many pods. */
    private record WithdrawScene(WithdrawCell cell, int replicas, App cart, Witness witness) {
        static WithdrawScene open(WithdrawCell cell, int replicas, Namespace shop) {
            var cart = shop.deploy("cart-" + replicas, cell.way().shape.apply(Shape.of(replicas)), V1)
                    .waitUntilVerified();
            return new WithdrawScene(cell, replicas, cart, cart.witness(V1, SICK));
        }

        void disturb() {
            cart.waitUntil("its first pod", it -> !it.podsOf(SICK).isEmpty() || it.isSaidToBe("Withdrawn"));
            cell.meanwhile().happens(cart, replicas);
        }

        void expectThatNoPodWasMissing() {
            cell.meanwhile().ends(cart, replicas);
            int promised = Math.max(
                    0,
                    cell.meanwhile().fewest(replicas) - cell.way().mayBeMissing.apply(replicas));
            assertThat(witness.mostNewReady())
                    .as("%s: bad pods that served", this)
                    .isZero();
            assertThat(witness.fewestOthersReady())
                    .as("%s: others that served", this)
                    .isGreaterThanOrEqualTo(promised);
            witness.close();
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void leavesNoPodMissing(WithdrawCell cell, Namespace shop) {
        shop.healthPolicy();
        var scenes = Stream.of(1, 2, 10)
                .map(it -> WithdrawScene.open(cell, it, shop))
                .toList();
        scenes.forEach(it -> it.cart().release(SICK));
        scenes.forEach(WithdrawScene::disturb);
        scenes.forEach(WithdrawScene::expectThatNoPodWasMissing);
    }
}
