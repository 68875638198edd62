package dev.readygate.cli;

import dev.readygate.cli.command.Readygate;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Runs the usual commands once, so that the cache from which Java starts fast has all their classes. */
public final class WarmUp {
    private static final String SAMPLE = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: sample}
            spec:
              selector: {matchLabels: {app: sample}}
              template:
                metadata: {labels: {app: sample}}
                spec:
                  containers: [{name: sample, image: "sample:1", resources: {requests: {cpu: 100m}}}]
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: sample}
            spec: {selector: {app: sample}, ports: [{port: 80}]}
            ---
            apiVersion: readygate.dev/v1alpha1
            kind: ReadinessPolicy
            metadata: {name: sample}
            spec:
              selector: {}
              checks: [{name: sample, manifest: {expression: object.spec.replicas > 1, message: Run two}}]
            """;

    private WarmUp() {}

    /** @param arguments a command that asks the cluster, if there is one */
    public static void main(String[] arguments) {
        run("--help");
        check("table");
        check("sarif");
        check("junit");
        System.exit(run(arguments));
    }

    private static void check(String format) {
        System.setIn(new ByteArrayInputStream(SAMPLE.getBytes(StandardCharsets.UTF_8)));
        run("check", "-f", "-", "--pack", "security,availability", "-o", format);
    }

    private static int run(String... arguments) {
        var nowhere = new PrintWriter(OutputStream.nullOutputStream());
        return Readygate.commandLine(arguments).setOut(nowhere).setErr(nowhere).execute(arguments);
    }
}
