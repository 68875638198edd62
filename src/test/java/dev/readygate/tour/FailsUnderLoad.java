package dev.readygate.tour;

import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.testing.Release;
import dev.readygate.tour.Tour.Chapter;

final class FailsUnderLoad implements Chapter {
    private static final Release FAULTY = TourStage.release("4.0").with("SIM_HTTP", "/ 200 errors=30%");

    @Override
    public String title() {
        return "3. A release that is healthy but fails its visitors gets no further than its first step";
    }

    @Override
    public void play(TourStage stage) {
        var cart = stage.cart();
        var narrator = stage.narrator();
        var visits = stage.visitors().now();
        try (var witness = cart.witness(TourStage.V2, FAULTY)) {
            narrator.tells("cart 4.0 is applied. /health answers 200, and every third request for the shop fails.");
            cart.release(FAULTY);
            narrator.sees(
                    "the hold of 3.0 is over, and one pod of 4.0 takes traffic", () -> cart.readyPodsOf(FAULTY) == 1);
            narrator.sees("its error rate, as Prometheus counts it, takes it back", () -> stage.isIn(Phase.Withdrawn));
            narrator.finds("it was one pod and never more", witness.mostNewReady() == 1);
        }
        var failed = visits.failed();
        narrator.finds(
                "%d of %d requests failed, all at that pod"
                        .formatted(failed.size(), visits.all().size()),
                failed.stream().map(Visitors.Visit::pod).distinct().count() == 1);
        narrator.sees("2.0 has its 3 pods", () -> cart.readyPodsOf(TourStage.V2) == 3);
        stage.news();
    }
}
