package dev.readygate.tour;

import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.testing.Release;
import dev.readygate.tour.Tour.Chapter;

final class NeedsApproval implements Chapter {
    private static final Release NEXT = TourStage.release("6.0");

    @Override
    public String title() {
        return "5. A release waits for somebody's approval before any of its pods start";
    }

    @Override
    public void play(TourStage stage) {
        var cart = stage.cart();
        var narrator = stage.narrator();
        stage.shop().policy("shop", TourPolicies.WITH_APPROVAL);
        narrator.sees(
                "the policy asks for an approval now",
                () -> cart.bookLine().filter(it -> it.contains("start")).isPresent());
        narrator.tells("cart 6.0 is applied.");
        cart.release(NEXT);
        narrator.sees("it waits at gate Start", () -> stage.isIn(Phase.Start) && stage.isReported(NEXT));
        narrator.finds(
                "no pod of it was started, not even a ReplicaSet was made",
                cart.revisionsOf(NEXT).isEmpty());
        stage.report();
        narrator.tells("Boris, a manager, agrees.");
        stage.shop()
                .colleague("boris", "managers")
                .states(
                        "go-6",
                        "{type: go, outcome: Pass, about: {deployment: cart, revision: %s}}"
                                .formatted(
                                        cart.status().orElseThrow().revision().hash()));
        narrator.sees("it starts", () -> !cart.revisionsOf(NEXT).isEmpty());
        narrator.sees("and is verified", () -> stage.wasTold("Verified", NEXT));
        stage.news();
    }
}
