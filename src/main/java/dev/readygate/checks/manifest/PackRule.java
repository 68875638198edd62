package dev.readygate.checks.manifest;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A rule of a pack: one expression over the manifest, or one that each container keeps.
 *
 * @param why the consequence without it
 * @param fix the change, as an instruction
 * @param expression true for a manifest that keeps it
 * @param each where containers have to keep it: which, and what
 */
public record PackRule(
        String name,
        String title,
        String why,
        String fix,
        double weight,
        String expression,
        Optional<ContainerRule> each) {
    private static final Pattern PARAMETER = Pattern.compile("\\bparams\\.(\\??)(\\w+)");

    public PackRule {
        requireNonNull(name, "name");
        requireNonNull(title, "title");
        requireNonNull(why, "why");
        requireNonNull(fix, "fix");
        requireNonNull(expression, "expression");
        requireNonNull(each, "each");
    }

    /** @param expression true for a container that keeps the rule; the container is c */
    public record ContainerRule(Containers which, String expression) {
        public ContainerRule {
            requireNonNull(which, "which");
            requireNonNull(expression, "expression");
        }
    }

    /** The fix without its full stop. */
    String advice() {
        return fix.replaceFirst("[.]$", "");
    }

    /** The parameters it reads. */
    public Set<String> reads() {
        return parameters(it -> true);
    }

    /** The parameters without a default: without them the rule does not exist. */
    public Set<String> needs() {
        return parameters(it -> it.group(1).isEmpty());
    }

    private Set<String> parameters(Predicate<MatchResult> which) {
        return !expression.contains("params")
                ? Set.of()
                : PARAMETER
                        .matcher(expression)
                        .results()
                        .filter(which)
                        .map(it -> it.group(2))
                        .collect(Collectors.toUnmodifiableSet());
    }
}
