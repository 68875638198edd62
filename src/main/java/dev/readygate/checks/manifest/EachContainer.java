package dev.readygate.checks.manifest;

import static java.util.Objects.requireNonNull;

import dev.readygate.checks.cel.CelResult;
import dev.readygate.checks.cel.CompiledExpression;
import dev.readygate.checks.manifest.PackRule.ContainerRule;
import dev.readygate.facts.Manifest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What each container has to keep. */
record EachContainer(Containers which, CompiledExpression program) {
    EachContainer {
        requireNonNull(which, "which");
        requireNonNull(program, "program");
    }

    static Optional<EachContainer> of(ContainerRule rule) {
        return ManifestNames.aboutAContainer(rule.expression()) instanceof CompiledExpression program
                ? Optional.of(new EachContainer(rule.which(), program))
                : Optional.empty();
    }

    /** The names of the containers that break it. */
    List<String> broken(Manifest manifest, Map<String, Object> values) {
        return which.in(manifest)
                .filter(it ->
                        program.answer(ManifestNames.with(it, values)) instanceof CelResult.Truth(var holds) && !holds)
                .map(it -> String.valueOf(it.get("name")))
                .toList();
    }
}
