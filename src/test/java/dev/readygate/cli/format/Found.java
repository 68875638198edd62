package dev.readygate.cli.format;

import dev.readygate.cli.format.Entry.Level;
import dev.readygate.cli.format.Entry.Rule;
import dev.readygate.cli.format.Entry.Spot;
import dev.readygate.cli.format.Entry.Where;
import java.util.Optional;

/** Findings for tests. */
final class Found {
    static final Rule NON_ROOT = new Rule("security/non-root", "Runs as somebody other than root", "Set runAsNonRoot");
    static final Rule HEALTHY = new Rule("healthy", "http", "");

    private Found() {}

    static Entry found(Rule rule, Level level) {
        return new Entry(rule, at("Deployment shop/cart", "deploy/cart.yaml"), level, "container cart may be root");
    }

    static Where at(String subject, String file) {
        return new Where(subject, Optional.of(new Spot(file, 12)));
    }
}
