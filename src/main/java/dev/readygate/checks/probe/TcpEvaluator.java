package dev.readygate.checks.probe;

import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.TcpCheck;
import dev.readygate.checks.CheckType;
import dev.readygate.checks.Request;
import dev.readygate.checks.answer.Endpoint;

/** A port accepts connections. */
public record TcpEvaluator(CheckSpec spec, TcpCheck tcp) implements Probe {
    public static final CheckType<TcpCheck> TYPE = CheckType.of(
                    TcpCheck.class, (spec, tcp) -> new TcpEvaluator(spec, tcp).check())
            .mistakes((spec, tcp) -> ProbeTargets.of(tcp).mistakeAt(spec.gate()))
            .notAtAdmit(CheckType.NEEDS_PODS);

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
