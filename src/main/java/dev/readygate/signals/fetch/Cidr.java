package dev.readygate.signals.fetch;

import static java.util.Objects.requireNonNull;

import java.net.InetAddress;
import java.util.Arrays;

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
        return contains(address.getAddress());
    }

    boolean contains(byte[] address) {
        var mine = network.getAddress();
        int whole = prefix / Byte.SIZE;
        int rest = Byte.SIZE - prefix % Byte.SIZE;
        return address.length == mine.length
                && Arrays.equals(address, 0, whole, mine, 0, whole)
                && (whole == mine.length || (address[whole] & 0xff) >> rest == (mine[whole] & 0xff) >> rest);
    }

    private static int bits(InetAddress address) {
        return address.getAddress().length * Byte.SIZE;
    }
}
