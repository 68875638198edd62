package dev.readygate.cli.format;

import dev.readygate.cli.format.ResultEntry.EntryPlace;
import dev.readygate.cli.format.ResultEntry.Level;
import dev.readygate.cli.format.ResultEntry.ReportedRule;
import dev.readygate.cli.format.ResultEntry.Spot;
import java.util.Optional;

/** Findings for tests. */
final class FindingSamples {
    static final ReportedRule NON_ROOT =
            new ReportedRule("security/non-root", "Runs as somebody other than root", "Set runAsNonRoot");
    static final ReportedRule HEALTHY = new ReportedRule("healthy", "http", "");

    private FindingSamples() {}

    static ResultEntry found(ReportedRule rule, Level level) {
        return new ResultEntry(
                rule, at("Deployment shop/cart", "deploy/cart.yaml"), level, "container cart may be root");
    }

    static EntryPlace at(String subject, String file) {
        return new EntryPlace(subject, Optional.of(new Spot(file, 12)));
    }
}
