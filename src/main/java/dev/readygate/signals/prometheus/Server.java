package dev.readygate.signals.prometheus;

import static java.util.Objects.requireNonNull;

import dev.readygate.checks.answer.Endpoint;
import java.net.URI;

/**
 * A Prometheus that the installation names.
 *
 * @param path the prefix of the API paths, without a slash at its end
 * @param namespace the one that it belongs to; empty for the shared one
 */
record Server(Endpoint.WrittenEndpoint at, String path, String namespace) {
    Server {
        requireNonNull(at, "at");
        requireNonNull(path, "path");
        requireNonNull(namespace, "namespace");
    }

    static Server ofAll(String address) {
        return of(address, "");
    }

    static Server of(String address, String namespace) {
        try {
            var uri = URI.create(address.strip());
            if (uri.getHost() == null || uri.getQuery() != null || uri.getUserInfo() != null) {
                throw new IllegalArgumentException(advice());
            }
            var path = uri.getRawPath().replaceAll("/+$", "");
            return new Server(new Endpoint.WrittenEndpoint(scheme(uri), host(uri), port(uri)), path, namespace);
        } catch (IllegalArgumentException _) {
            // Without the cause, which quotes the address and so maybe a password.
            throw new IllegalArgumentException("the address of Prometheus is no address: " + advice());
        }
    }

    private static String scheme(URI uri) {
        if (!"http".equals(uri.getScheme()) && !"https".equals(uri.getScheme())) {
            throw new IllegalArgumentException(advice());
        }
        return uri.getScheme();
    }

    private static String host(URI uri) {
        var host = uri.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static int port(URI uri) {
        return uri.getPort() > 0 ? uri.getPort() : "https".equals(uri.getScheme()) ? 443 : 80;
    }

    private static String advice() {
        return "write http(s)://host:port/path, without user, password or query";
    }
}
