package dev.readygate.chart;

import io.fabric8.kubernetes.api.model.PodSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** Manifests that users apply. */
final class ChartManifests {
    private ChartManifests() {}

    static String cart(String version) {
        return cart(version, "");
    }

    /** @param spec more lines of the Deployment's spec */
    static String cart(String version, String spec) {
        return """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: cart}
                spec:
                  %s
                  replicas: 1
                  selector: {matchLabels: {app: cart}}
                  template:
                    metadata: {labels: {app: cart}}
                    spec:
                      terminationGracePeriodSeconds: 0
                      containers: [{name: app, image: "registry.example/cart:%s"}]
                """.formatted(spec, version);
    }

    static String inAFile(String manifest) {
        try {
            var file = Files.createTempFile("manifest", ".yaml");
            file.toFile().deleteOnExit();
            return Files.writeString(file, manifest).toString();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static String versionOf(PodSpec spec) {
        var image = spec.getContainers().getFirst().getImage();
        return image.substring(image.lastIndexOf(':') + 1);
    }
}
