package dev.readygate.tour;

import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.tour.Tour.Chapter;

final class GoodRelease implements Chapter {
    @Override
    public String title() {
        return "1. A good release goes through in steps";
    }

    @Override
    public void play(TourStage stage) {
        var cart = stage.cart();
        var narrator = stage.narrator();
        try (var witness = cart.witness(TourStage.V1, TourStage.V2)) {
            narrator.tells("cart 2.0 is applied.");
            cart.release(TourStage.V2);
            narrator.sees(
                    "a new pod is up, and takes no traffic before its checks pass: it has a gate",
                    () -> cart.gatedPodsOf(TourStage.V2) > 0);
            narrator.sees("the first step: one new pod takes traffic", () -> witness.mostNewReady() > 0);
            narrator.finds("no more than that one", witness.mostNewReady() == 1);
            stage.report();
            narrator.sees("then all of them", () -> cart.readyPodsOf(TourStage.V2) == 3);
            narrator.sees("it is watched under all traffic before it counts as good", () -> stage.isIn(Phase.Stay));
            narrator.sees(
                    "it is verified: the new baseline, told by one Event",
                    () -> stage.wasTold("Verified", TourStage.V2));
            stage.news();
        }
    }
}
