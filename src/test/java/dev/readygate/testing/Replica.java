package dev.readygate.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/**
 * One of several operators with leader election.
 *
 * @param credential by which the audit log identifies its writes
 */
public record Replica(String pod, Operator operator, String credential) implements AutoCloseable {

    static Replica of(Path kubeconfig, String token, String pod) {
        try {
            var own = kubeconfig.resolveSibling(pod + ".kubeconfig");
            Files.writeString(own, Files.readString(kubeconfig).replaceAll("token: .*", "token: " + token));
            return new Replica(pod, Operator.replica(own, pod), credential(token));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String credential(String token) throws IOException {
        var claims = new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
        return "JTI=" + claims.required("jti").asText();
    }

    @Override
    public void close() {
        operator.close();
    }
}
