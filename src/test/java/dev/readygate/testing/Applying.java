package dev.readygate.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The ways in which users apply a manifest, with the real programs. */
public enum Applying {
    ServerSide {
        @Override
        void apply(Namespace where, String name, String manifest) {
            kubectl(where, manifest, "--server-side=true");
        }
    },
    ClientSide {
        @Override
        void apply(Namespace where, String name, String manifest) {
            kubectl(where, manifest, "--server-side=false");
        }
    },
    Helm {
        @Override
        void apply(Namespace where, String name, String manifest) {
            var chart = file("Chart.yaml", "{apiVersion: v2, name: app, version: 1.0.0}");
            write(chart.resolve("templates/app.yaml"), manifest);
            where.cluster().run("helm", "upgrade", "--install", name, chart.toString(), "--namespace", where.name());
        }
    };

    abstract void apply(Namespace where, String name, String manifest);

    /** A Deployment of two pods that differs from others of its name only in its variables. */
    public App apply(Namespace where, String name, Map<String, String> variables) {
        apply(where, name, manifest(name, new TreeMap<>(variables)));
        return where.app(name);
    }

    private static String manifest(String name, Map<String, String> variables) {
        return """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: %1$s, labels: {app: %1$s}}
                spec:
                  replicas: 2
                  selector: {matchLabels: {app: %1$s}}
                  template:
                    metadata: {labels: {app: %1$s}}
                    spec:
                      terminationGracePeriodSeconds: 0
                      containers:
                      - name: app
                        image: registry.example/app:1
                        ports: [{name: http, containerPort: 8080}]
                        env: [%2$s]
                """.formatted(
                        name,
                        variables.entrySet().stream()
                                .map(it -> "{name: %s, value: %s}".formatted(it.getKey(), it.getValue()))
                                .collect(Collectors.joining(", ")));
    }

    private static void kubectl(Namespace where, String manifest, String flag) {
        var command = new ArrayList<>(List.of("apply", flag, "--namespace", where.name(), "-f"));
        command.add(file("app.yaml", manifest).resolve("app.yaml").toString());
        where.cluster().run("kubectl", command.toArray(String[]::new));
    }

    private static Path file(String name, String content) {
        try {
            var folder = Files.createTempDirectory("manifest");
            write(folder.resolve(name), content);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String content) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
            file.toFile().deleteOnExit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
