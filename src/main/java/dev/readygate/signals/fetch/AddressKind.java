package dev.readygate.signals.fetch;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * The kind of an address, which decides whether a policy may make the operator connect to it. The first match
 * counts.
 */
enum AddressKind {
    Metadata(
            "a metadata service",
            "169.254.169.254",
            "169.254.170.2",
            "100.100.100.200",
            "168.63.129.16",
            "192.0.0.192",
            "fd00:ec2::254",
            "fd00:ec2::23",
            "fd20:ce::254"),
    Unspecified("an unspecified address", "0.0.0.0/8", "::/128"),
    Loopback("a loopback address", "127.0.0.0/8", "::1"),
    LinkLocal("a link-local address", "169.254.0.0/16", "fe80::/10", "fec0::/10"),
    Multicast("a multicast address", "224.0.0.0/4", "ff00::/8"),
    Broadcast("a broadcast address", "255.255.255.255"),
    Reserved("a reserved address", "240.0.0.0/4", "100::/64"),
    /** Compatible, translated, NAT64, Teredo and 6to4: each hides an IPv4 address from rules about IPv4. */
    EmbedsIpv4(
            "an IPv6 address that embeds an IPv4 address",
            "::/96",
            "::ffff:0:0:0/96",
            "64:ff9b::/96",
            "64:ff9b:1::/48",
            "2001::/32",
            "2002::/16"),
    Ordinary("an ordinary address");

    private static final List<AddressKind> KINDS = List.of(values());

    private final String text;
    private final List<Cidr> networks;

    AddressKind(String text, String... networks) {
        this.text = text;
        this.networks = Arrays.stream(networks).map(Cidr::parse).toList();
    }

    static AddressKind of(InetAddress address) {
        var bytes = address.getAddress();
        return KINDS.stream()
                .filter(kind -> kind.networks.stream().anyMatch(it -> it.contains(bytes)))
                .findFirst()
                .orElse(Ordinary);
    }

    /** In words, with its article. */
    String text() {
        return text;
    }
}
