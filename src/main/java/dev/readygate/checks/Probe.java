package dev.readygate.checks;

import dev.readygate.api.v1alpha1.CheckSpec;

/** What is asked over the network of whoever stands at an address. Its kinds differ in how, and in what they expect. */
interface Probe {
    CheckSpec spec();

    ProbeTargets whom();

    /** As a sentence about it begins: "GET /health". */
    String asked();

    /** What is expected. */
    String limit();

    /** The scheme for pods and Services; a URL brings its own. */
    String scheme();

    Request to(Endpoint endpoint);

    default Check check() {
        return switch (whom().target()) {
            case NewPods, AllPods -> new PodRequests(this);
            case Service -> new ServiceRequests(this);
            case Url -> new UrlRequests(this);
        };
    }
}
