package dev.readygate.signals.prometheus;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;

/**
 * The operator's credentials for Prometheus, from a folder with any of ca.crt, token, username and password, such
 * as a mounted Secret. A namespace's own Prometheus gets only files with the namespace's name: shop.token. They are
 * read for each request, as they are renewed while the operator runs.
 */
public record Credentials(Optional<Path> folder) {
    public static final Credentials NONE = new Credentials(Optional.empty());

    public Credentials {
        requireNonNull(folder, "folder");
    }

    /** Certificates in PEM to trust instead of the runtime's. */
    Optional<String> authorities(Server server) throws IOException {
        return read(server, "ca.crt");
    }

    Optional<String> authorization(Server server) throws IOException {
        var token = read(server, "token");
        if (token.isPresent()) {
            return token.map(it -> "Bearer " + it.strip());
        }
        var user = read(server, "username");
        var password = read(server, "password");
        return user.map(
                it -> "Basic " + encoded(it.strip() + ":" + password.orElse("").strip()));
    }

    private static String encoded(String pair) {
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private Optional<String> read(Server server, String name) throws IOException {
        if (folder.isEmpty()) {
            return Optional.empty();
        }
        var file = server.namespace().isEmpty() ? name : server.namespace() + "." + name;
        try {
            return Optional.of(Files.readString(folder.get().resolve(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
