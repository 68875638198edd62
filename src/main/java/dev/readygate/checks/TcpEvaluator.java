package dev.readygate.checks;

import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.TcpCheck;

/** A port accepts connections. */
record TcpEvaluator(CheckSpec spec, TcpCheck tcp) implements Probe {

    @Override
    public ProbeTargets whom() {
        return ProbeTargets.of(tcp);
    }

    @Override
    public String asked() {
        if (tcp.url() != null) {
            return "a connection";
        }
        return tcp.port() == null ? "the first port:" : "port " + tcp.port() + ":";
    }

    @Override
    public String limit() {
        return "accepted";
    }

    @Override
    public String scheme() {
        return "tcp";
    }

    @Override
    public Request to(Endpoint endpoint) {
        return new Request.Tcp(endpoint);
    }
}
