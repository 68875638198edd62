package dev.readygate.cli.check;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Fills in a container as the API server would store it. */
final class ContainerDefaults {
    private static final Pattern MOVES = Pattern.compile("(.*/)?[^/:@]+(:latest(@.*)?)?");

    private ContainerDefaults() {}

    static void fillIn(Fields container) {
        container
                .or("terminationMessagePath", "/dev/termination-log")
                .or("terminationMessagePolicy", "File")
                .dropIfZero("stdin", "stdinOnce", "tty", "workingDir")
                .in("resources");
        container.text("image").ifPresent(it -> container.or("imagePullPolicy", pullPolicy(it)));
        DeploymentDefaults.resources(container);
        container.each("ports").forEach(it -> it.or("protocol", "TCP"));
        container.each("env").forEach(ContainerDefaults::variable);
        container.each("volumeMounts").forEach(it -> it.dropIfZero("readOnly", "subPath"));
        Stream.of("readinessProbe", "livenessProbe", "startupProbe")
                .flatMap(container::there)
                .forEach(ContainerDefaults::probe);
        container
                .there("lifecycle")
                .flatMap(it -> Stream.of("postStart", "preStop").flatMap(it::there))
                .forEach(ContainerDefaults::http);
    }

    /** A tag that may move to another image is pulled each time. */
    private static String pullPolicy(String image) {
        return MOVES.matcher(image).matches() ? "Always" : "IfNotPresent";
    }

    private static void variable(Fields variable) {
        variable.dropIfZero("value");
        variable.there("valueFrom").forEach(from -> {
            from.there("fieldRef").forEach(it -> it.or("apiVersion", "v1"));
            from.there("resourceFieldRef").forEach(it -> it.or("divisor", "0").quantity("divisor"));
        });
    }

    private static void probe(Fields probe) {
        probe.or("timeoutSeconds", 1)
                .or("periodSeconds", 10)
                .or("successThreshold", 1)
                .or("failureThreshold", 3);
        probe.there("grpc").forEach(it -> it.or("service", ""));
        http(probe);
    }

    private static void http(Fields asks) {
        asks.there("httpGet").forEach(it -> it.or("path", "/").or("scheme", "HTTP"));
    }
}
