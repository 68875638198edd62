package dev.readygate.signals.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The host part of an address, read strictly: one way to write each address, everything else is a name or
 * forbidden. A reader more lenient than the check would open a way around the check.
 */
sealed interface Host {

    record IpLiteral(InetAddress address) implements Host {}

    record HostName(String name) implements Host {}

    record ForbiddenHost(String why) implements Host {}

    Pattern DOTTED_QUAD = Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");

    /** The rule of browsers: a host that ends in a number means an IPv4 address. */
    Pattern ENDS_IN_A_NUMBER = Pattern.compile("(.*\\.)?([0-9]+|0[xX][0-9a-fA-F]*)");

    Pattern NAME = Pattern.compile("[a-z0-9_][a-z0-9_-]{0,62}(\\.[a-z0-9_][a-z0-9_-]{0,62})*");

    Set<String> NAMES_OF_THIS_MACHINE =
            Set.of("localhost", "localhost.localdomain", "ip6-localhost", "ip6-loopback", "broadcasthost");

    Set<String> NAMES_OF_METADATA = Set.of(
            "metadata.google.internal", "metadata.goog", "instance-data.ec2.internal", "metadata.tencentyun.com");

    static Host parse(String written) {
        var host = withoutBrackets(written);
        if (host.contains(":")) {
            return ipv6(host);
        }
        var name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        if (ENDS_IN_A_NUMBER.matcher(name).matches()) {
            return ipv4(name);
        }
        return name(name.toLowerCase(Locale.ROOT));
    }

    private static String withoutBrackets(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    private static Host ipv6(String host) {
        try {
            var address = host.contains("%") ? null : InetAddress.ofLiteral(host);
            return address == null || address instanceof Inet4Address
                    ? new ForbiddenHost("the IPv6 address is written in a way that hides another one")
                    : new IpLiteral(address);
        } catch (IllegalArgumentException e) {
            return new ForbiddenHost("the host is not an IPv6 address");
        }
    }

    private static Host ipv4(String host) {
        try {
            return DOTTED_QUAD.matcher(host).matches()
                    ? new IpLiteral(InetAddress.ofLiteral(host))
                    : new ForbiddenHost("an IPv4 address has to be written as four decimal numbers");
        } catch (IllegalArgumentException e) {
            return new ForbiddenHost("the host is not an IPv4 address");
        }
    }

    private static Host name(String name) {
        if (name.length() > 253 || !NAME.matcher(name).matches()) {
            return new ForbiddenHost("the host is not a name that can be looked up");
        }
        if (NAMES_OF_THIS_MACHINE.contains(name) || name.endsWith(".localhost")) {
            return new ForbiddenHost("the name means the operator's own machine");
        }
        if (NAMES_OF_METADATA.contains(name)) {
            return new ForbiddenHost("the name means a metadata service");
        }
        return new HostName(name);
    }
}
