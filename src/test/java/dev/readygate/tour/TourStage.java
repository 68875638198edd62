package dev.readygate.tour;

import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.testing.App;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Release;
import java.util.List;

/** The place of the tour: one Deployment with a Service, visitors, and a narrator. */
record TourStage(Namespace shop, App cart, Visitors visitors, Narrator narrator) {
    static final Release V1 = release("1.0");
    static final Release V2 = release("2.0");

    static Release release(String version) {
        return new Release("registry.example/cart:" + version, java.util.Map.of());
    }

    /** As a user would read it. */
    void look(String... what) {
        var words = new java.util.ArrayList<>(List.of("get"));
        words.addAll(List.of(what));
        words.addAll(List.of("--namespace", shop.name()));
        narrator.shows(
                "kubectl " + String.join(" ", words), shop.cluster().run("kubectl", words.toArray(String[]::new)));
    }

    void report() {
        look("readinessreport", "cart");
    }

    /** The last Event about the Deployment. */
    void news() {
        shop.news("cart").stream()
                .reduce((earlier, later) -> later)
                .ifPresent(it -> narrator.shows("kubectl get events", it.getReason() + ": " + it.getNote()));
    }

    boolean isIn(Phase phase) {
        return cart.status()
                .map(ReadinessReportStatus::phase)
                .filter(phase::equals)
                .isPresent();
    }

    /** The report is about this release now. */
    boolean isReported(Release release) {
        return cart.status()
                .filter(it -> it.revision().images().contains(release.image()))
                .isPresent();
    }

    boolean declares(Release release) {
        return cart.deployment()
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .getFirst()
                .getImage()
                .equals(release.image());
    }

    boolean wasTold(String reason, Release release) {
        return cart.revisionsOf(release).stream()
                .map(it -> it.getMetadata().getLabels().get("pod-template-hash"))
                .anyMatch(hash -> shop.news("cart").stream()
                        .anyMatch(it ->
                                it.getReason().equals(reason) && it.getNote().contains(hash)));
    }
}
