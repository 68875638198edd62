package dev.readygate.signals.fetch;

import dev.readygate.checks.answer.Endpoint;
import dev.readygate.checks.answer.Endpoint.OfPod;
import dev.readygate.checks.answer.Endpoint.OfService;
import dev.readygate.checks.answer.Endpoint.WrittenEndpoint;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Turns an endpoint into addresses that the operator may connect to, or says why not. It resolves names, so it may
 * block.
 */
final class Destinations {
    /** Kubernetes reports a pod's address; addresses of other kinds are never a pod's. */
    private static final Set<AddressKind> OF_PODS = EnumSet.of(AddressKind.Ordinary, AddressKind.Loopback);

    private static final String OUR_OWN = "the address belongs to the cluster itself";

    private final FetchRules rules;
    private final NameResolver resolver;

    Destinations(FetchRules rules, NameResolver resolver) {
        this.rules = rules;
        this.resolver = resolver;
    }

    Destination of(Endpoint to) throws RefusedException {
        if (to.port() < 1 || to.port() > 65_535) {
            throw new RefusedException("there is no port " + to.port());
        }
        return switch (to) {
            case OfPod pod -> new Destination(pod.host(), pod.port(), tls(pod), List.of(pod(pod.host())));
            case OfService service ->
                new Destination(service.host(), service.port(), tls(service), List.of(service(service.host())));
            case WrittenEndpoint named -> new Destination(named.host(), named.port(), tls(named), named(named.host()));
        };
    }

    private static boolean tls(Endpoint to) throws RefusedException {
        return switch (to.scheme()) {
            case "http", "grpc", "tcp" -> false;
            case "https", "grpcs" -> true;
            default -> throw new RefusedException("only http and https are spoken, and plain TCP and gRPC");
        };
    }

    private static InetAddress pod(String host) throws RefusedException {
        if (!(Host.parse(host) instanceof Host.IpLiteral(var address))) {
            throw new RefusedException("pods and Services are asked at their address, not by a name");
        }
        var kind = AddressKind.of(address);
        if (!OF_PODS.contains(kind)) {
            throw new RefusedException(kind.text() + " is never a pod's or a Service's");
        }
        return address;
    }

    private InetAddress service(String host) throws RefusedException {
        var address = pod(host);
        expectNotDenied(address);
        if (rules.ownAddresses().test(address)) {
            throw new RefusedException(OUR_OWN);
        }
        return address;
    }

    private void expectNotDenied(InetAddress address) throws RefusedException {
        if (rules.denies(address)) {
            throw new RefusedException(
                    "this installation lets nothing be asked in that network (probes.deniedNetworks)");
        }
    }

    private List<InetAddress> named(String host) throws RefusedException {
        if (!rules.urls()) {
            throw new RefusedException(
                    "this installation lets no check ask a url (probes.urls): ask pods or a Service");
        }
        boolean trusted = rules.allowedHosts().contains(host.toLowerCase(Locale.ROOT));
        var addresses = trusted ? lookUp(host) : addresses(Host.parse(host));
        for (var address : addresses) {
            check(address, trusted);
        }
        return addresses;
    }

    private List<InetAddress> addresses(Host host) throws RefusedException {
        return switch (host) {
            case Host.IpLiteral(var address) -> List.of(address);
            case Host.ForbiddenHost(var why) -> throw new RefusedException(why);
            case Host.HostName(var name) -> lookUp(withDot(name));
        };
    }

    private static String withDot(String name) throws RefusedException {
        if (!name.contains(".")) {
            throw new RefusedException(
                    "a name without a dot means the operator's own namespace; write service.namespace.svc");
        }
        return name;
    }

    private List<InetAddress> lookUp(String name) throws RefusedException {
        try {
            return resolver.resolve(name);
        } catch (UnknownHostException e) {
            throw new RefusedException("the name " + name + " is not known");
        }
    }

    /** One forbidden address forbids the name: chance must not decide which of several is connected to. */
    private void check(InetAddress address, boolean trusted) throws RefusedException {
        if (rules.ownAddresses().test(address)) {
            throw new RefusedException(OUR_OWN);
        }
        expectNotDenied(address);
        var kind = AddressKind.of(address);
        if (!trusted && kind != AddressKind.Ordinary && !rules.allows(address)) {
            throw new RefusedException(kind.text() + " may not be asked");
        }
    }
}
