package dev.readygate.signals.fetch;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import java.net.InetAddress;

/** A network, as in {@code 10.0.0.0/8} or {@code fd00::/8}. */
public record Cidr(InetAddress network, int prefix) {
    public Cidr {
        requireNonNull(network, "network");
        if (prefix < 0 || prefix > bits(network)) {
            throw new IllegalArgumentException("a prefix of " + prefix + " does not fit " + network.getHostAddress());
        }
    }

    public static Cidr parse(String text) {
        var parts = text.split("/", -1);
        var network = InetAddress.ofLiteral(parts[0]);
        return new Cidr(network, parts.length == 1 ? bits(network) : Integer.parseInt(parts[1]));
    }

    public boolean contains(InetAddress address) {
        int rest = bits(network) - prefix;
        return bits(address) == bits(network)
                && number(address).shiftRight(rest).equals(number(network).shiftRight(rest));
    }

    private static int bits(InetAddress address) {
        return address.getAddress().length * Byte.SIZE;
    }

    private static BigInteger number(InetAddress address) {
        return new BigInteger(1, address.getAddress());
    }
}
