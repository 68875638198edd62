package dev.readygate.testing;

import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import java.util.Collections;
import org.assertj.core.api.AbstractAssert;

/** What is expected of an app, and what there is instead. */
public final class AppAssert extends AbstractAssert<AppAssert, App> {
    AppAssert(App app) {
        super(app, AppAssert.class);
        as(app.namespace().name() + "/" + app.name());
    }

    public AppAssert serves(Release release, int pods) {
        return equal("ready pods of " + release.image(), actual.readyPodsOf(release), (long) pods);
    }

    public AppAssert hasNoPodsOf(Release release) {
        return equal("pods of " + release.image(), actual.podsOf(release).size(), 0);
    }

    public AppAssert hasNoRevisionOf(Release release) {
        return equal(
                "ReplicaSets of " + release.image(), actual.revisionsOf(release).size(), 0);
    }

    public AppAssert hasNoGatesOn(Release release) {
        return equal("gated pods of " + release.image(), actual.gatedPodsOf(release), 0L);
    }

    public AppAssert isPausedByReadygate() {
        return equal("paused", actual.isPaused(), true).equal("marked as held", isMarked(), true);
    }

    public AppAssert isLeftAlone() {
        return equal("paused", actual.isPaused(), false).equal("marked as held", isMarked(), false);
    }

    public AppAssert isPausedByAPerson() {
        return equal("paused", actual.isPaused(), true).equal("marked as held", isMarked(), false);
    }

    private boolean isMarked() {
        var annotations = actual.deployment().getMetadata().getAnnotations();
        return annotations != null && annotations.containsKey("readygate.dev/held");
    }

    public AppAssert isReported(Phase phase) {
        return equal("phase", actual.status().map(ReadinessReportStatus::phase).orElse(null), phase);
    }

    public AppAssert isSaidToBe(String reason) {
        var reasons = actual.status().stream()
                .flatMap(it -> it.conditions().stream())
                .filter(it -> it.type().equals("Ready"))
                .map(it -> it.reason())
                .toList();
        return equal("reason of Ready", reasons, java.util.List.of(reason));
    }

    public AppAssert toldOnce(String reason) {
        return equal("Events " + reason, Collections.frequency(actual.news(), reason), 1);
    }

    private AppAssert equal(String what, Object found, Object expected) {
        if (!java.util.Objects.equals(found, expected)) {
            failWithActualExpectedAndMessage(found, expected, "%s: expected %s but there is %s", what, expected, found);
        }
        return this;
    }
}
