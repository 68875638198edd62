package dev.readygate.checks;

import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.TcpCheck;
import dev.readygate.facts.Pod;
import java.util.Optional;

/** A port of every pod accepts connections. */
record AcceptsConnections(CheckSpec spec, TcpCheck tcp) implements AsksPods {

    @Override
    public PodAnswers answers() {
        var asked = tcp.port() == null ? "the first port:" : "port " + tcp.port() + ":";
        return new PodAnswers(spec, asked, "accepted");
    }

    @Override
    public PodTarget target() {
        return new PodTarget(tcp.target(), tcp.port());
    }

    @Override
    public Optional<Request> request(Pod pod, String address) {
        return target().portOf(pod).map(port -> new Request.Tcp(new Endpoint.OfPod("tcp", address, port)));
    }
}
