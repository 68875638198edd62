package dev.readygate.tour;

import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.testing.Release;
import dev.readygate.tour.Tour.Chapter;

final class TurnsBadLater implements Chapter {
    private static final Release LATE = TourStage.release("5.0");

    @Override
    public String title() {
        return "4. A release that turns bad when it has all traffic is rolled back, and stays so";
    }

    @Override
    public void play(TourStage stage) {
        var cart = stage.cart();
        var narrator = stage.narrator();
        narrator.tells("cart 5.0 is applied, and all is well with it.");
        cart.release(LATE);
        narrator.sees("it has all traffic and is watched", () -> stage.isIn(Phase.Stay) && cart.readyPodsOf(LATE) == 3);
        narrator.tells("Now its health goes, without any change by anybody.");
        cart.allPodsNow("http", "/health 503");
        narrator.sees(
                "2.0 is brought back, as nothing of it was left to go back to", () -> stage.isIn(Phase.Restoring));
        narrator.sees(
                "its 3 pods serve, and none of 5.0",
                () -> stage.isIn(Phase.Withdrawn)
                        && cart.readyPodsOf(TourStage.V2) == 3
                        && cart.podsOf(LATE).isEmpty());
        stage.news();
        narrator.finds("what was declared stands, paused", stage.declares(LATE) && cart.isPaused());
        var generation = cart.generation();
        narrator.tells("5.0 is applied again, as a GitOps tool would do it.");
        cart.release(LATE);
        narrator.finds("nothing changed", cart.generation() == generation);
    }
}
