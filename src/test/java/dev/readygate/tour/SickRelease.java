package dev.readygate.tour;

import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.testing.Release;
import dev.readygate.tour.Tour.Chapter;

final class SickRelease implements Chapter {
    private static final Release SICK = TourStage.release("3.0").with("SIM_HTTP", "/health 503");

    @Override
    public String title() {
        return "2. A release that fails its health check never serves, and is taken back";
    }

    @Override
    public void play(TourStage stage) {
        var cart = stage.cart();
        var narrator = stage.narrator();
        var visits = stage.visitors().now();
        try (var witness = cart.witness(TourStage.V2, SICK)) {
            narrator.tells("cart 3.0 is applied. Its containers run, but /health answers 503.");
            cart.release(SICK);
            narrator.sees("it is withdrawn", () -> stage.isIn(Phase.Withdrawn));
            narrator.finds("all 3 pods of 2.0 served all along", witness.fewestOldReady() == 3);
            narrator.finds("no pod of 3.0 ever did", witness.mostNewReady() == 0);
        }
        narrator.finds(
                "none of %d requests failed meanwhile".formatted(visits.all().size()),
                !visits.all().isEmpty() && visits.failed().isEmpty());
        stage.news();
        narrator.finds("what was declared stands, paused", cart.isPaused());
        narrator.shows("kubectl rollout resume deployment/cart", cart.kubectl("rollout resume"));
        narrator.finds("and nobody can resume it by mistake", cart.isPaused());
    }
}
