package dev.readygate;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;
import java.util.Objects;

/** The operator; with the argument "held", a check before it is uninstalled. */
@QuarkusMain
public final class Main {
    private static final List<String> QUESTION = List.of("held");

    private Main() {}

    public static void main(String... arguments) {
        if (List.of(arguments).equals(QUESTION)) {
            var namespaces = Objects.requireNonNullElse(System.getenv("READYGATE_WATCH_NAMESPACES"), "");
            System.exit(Uninstalling.ask(namespaces, System.out));
        }
        Quarkus.run(arguments);
    }
}
