package dev.readygate.checks.probe;

import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.checks.Check;
import dev.readygate.checks.Request;
import dev.readygate.checks.answer.Endpoint;
import dev.readygate.checks.answer.Url;

/** A question to an address over the network. Its kinds differ in the protocol, and in the expected answer. */
interface Probe {
    CheckSpec spec();

    ProbeTargets whom();

    /** As a sentence begins with it: "GET /health". */
    String asked();

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
