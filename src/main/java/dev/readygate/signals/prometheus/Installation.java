package dev.readygate.signals.prometheus;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which Prometheus to ask for which namespace, and how. Only the installation configures this, never a policy. */
public final class Installation {
    private final Optional<Server> usual;
    private final Map<String, Server> byNamespace;
    private final Map<String, String> headers;
    private final Credentials credentials;

    private Installation(Builder from) {
        this.usual = from.address.map(Server::ofAll);
        this.byNamespace = pairs(from.namespaces, "=").entrySet().stream()
                .collect(toUnmodifiableMap(Map.Entry::getKey, it -> Server.of(it.getValue(), it.getKey())));
        this.headers = pairs(from.headers, ":");
        this.credentials = from.credentials;
    }

    /** As written in the settings. */
    public record Builder(
            Optional<String> address, Optional<String> namespaces, Optional<String> headers, Credentials credentials) {
        public Builder {
            requireNonNull(address, "address");
            requireNonNull(namespaces, "namespaces");
            requireNonNull(headers, "headers");
            requireNonNull(credentials, "credentials");
        }

        public Installation build() {
            return new Installation(this);
        }
    }

    public static Installation none() {
        return at(Optional.empty());
    }

    public static Installation at(Optional<String> address) {
        return new Builder(address, Optional.empty(), Optional.empty(), Credentials.NONE).build();
    }

    /** One pair per line. */
    private static Map<String, String> pairs(Optional<String> lines, String between) {
        var pairs = new LinkedHashMap<String, String>();
        lines.orElse("").lines().map(String::strip).filter(it -> !it.isEmpty()).forEach(line -> {
            var parts = line.split(between, 2);
            if (parts.length < 2) {
                throw new IllegalArgumentException(
                        "a line of the Prometheus settings lacks its '%s'".formatted(between));
            }
            pairs.put(parts[0].strip(), parts[1].strip());
        });
        return pairs;
    }

    Optional<Server> of(String namespace) {
        return Optional.ofNullable(byNamespace.get(namespace)).or(() -> usual);
    }

    /** The people of a namespace run its own Prometheus, so it does not get the headers for the shared one. */
    Map<String, String> headers(Server server) {
        return server.namespace().isEmpty() ? headers : Map.of();
    }

    Credentials credentials() {
        return credentials;
    }

    /** The hosts are trusted because the installation names them. */
    public Set<String> hosts() {
        return Stream.concat(usual.stream(), byNamespace.values().stream())
                .map(it -> it.at().host())
                .collect(toUnmodifiableSet());
    }
}
