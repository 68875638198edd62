package dev.readygate.checks.manifest;

import static java.util.Objects.requireNonNull;

import dev.readygate.checks.cel.CelResult;
import dev.readygate.checks.cel.CompiledExpression;
import dev.readygate.checks.manifest.PackRule.ContainerRule;
import dev.readygate.facts.Manifest;
import java.util.List;
import java.util.Map;

/** What each container has to keep. */
record EachContainer(Containers which, CompiledExpression program) {
    private static final CelResult BROKEN = new CelResult.Truth(false);

    EachContainer {
        requireNonNull(which, "which");
        requireNonNull(program, "program");
    }

    /** Packs come with Readygate: their expressions compile. */
    static EachContainer of(ContainerRule rule) {
        return new EachContainer(rule.which(), (CompiledExpression) ManifestNames.aboutAContainer(rule.expression()));
    }

    /** The names of the containers that break it. */
    List<String> broken(Manifest manifest, Map<String, Object> values) {
        return which.in(manifest)
                .filter(it -> program.answer(ManifestNames.with(it, values)).equals(BROKEN))
                .map(it -> String.valueOf(it.get("name")))
                .toList();
    }
}
