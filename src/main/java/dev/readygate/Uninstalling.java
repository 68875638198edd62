package dev.readygate;

import dev.readygate.cluster.book.StillHeld;
import dev.readygate.cluster.kube.WatchScope;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The chart runs this check before it is uninstalled: it fails while a hold exists, and says what to do. Releasing
 * holds by itself would roll out rejected revisions, which an uninstallation must not decide.
 */
final class Uninstalling {
    private static final int MOST = 50;

    private Uninstalling() {}

    /** @return the exit code */
    static int ask(String watchNamespaces, PrintStream out) {
        var namespaces = Stream.of(watchNamespaces.split(","))
                .filter(it -> !it.isBlank())
                .toList();
        try (var client = new KubernetesClientBuilder().build()) {
            var held = new StillHeld(client, new WatchScope(namespaces, Set.of())).sentences();
            out.println(answer(held));
            return held.isEmpty() ? 0 : 1;
        }
    }

    static String answer(List<String> held) {
        if (held.isEmpty()) {
            return "Nothing is held: Readygate can go.";
        }
        var shown =
                String.join("\n", held.stream().limit(MOST).map(it -> "  " + it).toList());
        var more = held.size() > MOST ? "\n  and %d more".formatted(held.size() - MOST) : "";
        return """
                Readygate holds %d, and when it is gone nobody lets go of them:
                %s%s
                Apply a good release to each, or delete the policies and wait until this is empty, which rolls out what was \
                rejected:
                  kubectl delete readinesspolicies --all --all-namespaces
                  kubectl delete clusterreadinesspolicies --all
                Then uninstall again. `helm uninstall --no-hooks` does not ask, and leaves them held.""".formatted(held.size(), shown, more);
    }
}
