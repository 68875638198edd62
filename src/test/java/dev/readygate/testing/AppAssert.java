package dev.readygate.testing;

import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.assertj.core.api.AbstractAssert;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Expectations of an app now or in the end, with the actual state on failure. */
public final class AppAssert extends AbstractAssert<AppAssert, App> {
    AppAssert(App app) {
        super(app, AppAssert.class);
        as(app.namespace().name() + "/" + app.name());
    }

    public AppAssert serves(Release release, int pods) {
        return equal("ready pods of " + release.image(), () -> actual.readyPodsOf(release), (long) pods);
    }

    public AppAssert hasNoPodsOf(Release release) {
        return equal("pods of " + release.image(), () -> actual.podsOf(release).size(), 0);
    }

    public AppAssert hasNoRevisionOf(Release release) {
        return equal(
                "ReplicaSets of " + release.image(),
                () -> actual.revisionsOf(release).size(),
                0);
    }

    public AppAssert hasNoGatesOn(Release release) {
        return equal("gated pods of " + release.image(), () -> actual.gatedPodsOf(release), 0L);
    }

    public AppAssert isPausedByReadygate() {
        return equal("paused", () -> actual.isPaused(), true).equal("marked as held", () -> isMarked(), true);
    }

    public AppAssert isLeftAlone() {
        return equal("paused", () -> actual.isPaused(), false).equal("marked as held", () -> isMarked(), false);
    }

    public AppAssert isPausedByAPerson() {
        return equal("paused", () -> actual.isPaused(), true).equal("marked as held", () -> isMarked(), false);
    }

    private boolean isMarked() {
        var annotations = actual.deployment().getMetadata().getAnnotations();
        return annotations != null && annotations.containsKey("readygate.dev/held");
    }

    public AppAssert isReported(Phase phase) {
        return equal(
                "phase", () -> actual.status().map(ReadinessReportStatus::phase).orElse(null), phase);
    }

    public AppAssert isSaidToBe(String reason) {
        return equal("reason of Ready", this::reasons, List.of(reason));
    }

    private List<String> reasons() {
        return actual.status().stream()
                .flatMap(it -> it.conditions().stream())
                .filter(it -> it.type().equals("Ready"))
                .map(it -> it.reason())
                .toList();
    }

    public AppAssert toldOnce(String reason) {
        return equal("Events " + reason, () -> Collections.frequency(actual.news(), reason), 1);
    }

    /** It is equal, or becomes equal: one part of the cluster may see a change later than another. */
    private AppAssert equal(String what, Supplier<Object> found, Object expected) {
        try {
            Awaitility.await()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(WaitLimit.BETWEEN_LOOKS)
                    .until(() -> Objects.equals(found.get(), expected));
        } catch (ConditionTimeoutException never) {
            var there = found.get();
            failWithActualExpectedAndMessage(there, expected, "%s: expected %s but there is %s", what, expected, there);
        }
        return this;
    }
}
