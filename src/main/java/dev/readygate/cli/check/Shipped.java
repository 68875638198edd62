package dev.readygate.cli.check;

import dev.readygate.api.v1alpha1.ReadinessStandardSpec;
import dev.readygate.policy.ShippedStandards;
import java.util.List;
import java.util.Optional;

/** The standards that come with the command-line tool. */
public final class Shipped {
    private Shipped() {}

    public static Optional<ReadinessStandardSpec> standard(String name) {
        return new ShippedStandards().named(name);
    }

    public static List<String> standards() {
        return ShippedStandards.NAMES;
    }
}
