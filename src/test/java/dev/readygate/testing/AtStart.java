package dev.readygate.testing;

import dev.readygate.api.v1alpha1.Phase;

/** An app whose new templates wait at gate Start until a user of group managers signs them off. */
public record AtStart(Namespace shop, App app) {
    public static final Release V1 = Release.good("v1");

    public static AtStart running(Namespace shop) {
        return running(shop, "");
    }

    /** Within the time of a test, only statements of users can cause a reconciliation. */
    public static AtStart askedOnceAnHour(Namespace shop) {
        return running(shop, "", "1h");
    }

    /** @param rollout more of it, each with a comma before */
    public static AtStart running(Namespace shop, String rollout) {
        return running(shop, rollout, "1s");
    }

    private static AtStart running(Namespace shop, String rollout, String every) {
        var policy = shop.policy("signed-off", """
                mode: Enforce
                selector: {}
                rollout: {onFailure: Withdraw, soak: 0s%s}
                checks:
                - name: healthy
                  gate: Serve
                  every: %s
                  failAfter: 2
                  http: {path: /health}
                - name: signed-off
                  required: true
                  gate: Start
                  approval: {groups: [managers]}
                """.formatted(rollout, every));
        var app = shop.deploy("cart", V1).waitUntilVerified();
        policy.waitUntilEnforced();
        return new AtStart(shop, app);
    }

    /** @return its pending name */
    public String parks(Release release) {
        app.release(release)
                .waitUntilReported(
                        "to wait",
                        it -> it.phase() == Phase.Start
                                && it.revision().images().contains(release.image()));
        return app.status().orElseThrow().revision().hash();
    }

    public void isApproved(String by, String revision) {
        says(by, "Pass", revision);
    }

    public void isRefused(String by, String revision) {
        says(by, "Fail", revision);
    }

    private void says(String by, String outcome, String revision) {
        shop.colleague(by, "managers")
                .states("%s-by-%s".formatted(outcome.toLowerCase(), by), """
                {type: signed-off, outcome: %s, about: {deployment: cart, revision: %s}}""".formatted(outcome, revision));
    }
}
