package dev.readygate.facts;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The words that mark a Deployment which waits at gate Start, a contract with the admission policy readygate-start. A
 * template that waits has no ReplicaSet, so it is called by the generation its change gave the Deployment.
 */
public final class StartHoldMark {
    private static final String NAME = "generation-";
    private static final Pattern MARK = Pattern.compile("(" + NAME + "\\d+) waits at gate Start\\b.*");

    private StartHoldMark() {}

    /**
     * Where no admission policy marks what comes, we do, and later changes of the template leave our mark behind: so it says
     * which template it is about.
     */
    public static String mark(long generation, PodTemplate template) {
        return "%s%d waits at gate Start, template %s; its ReadinessReport says for what"
                .formatted(NAME, generation, template.digest());
    }

    /** What the admission policy marked is always about what is declared. */
    static boolean isAbout(String held, PodTemplate template) {
        return !held.contains(" gate Start, template ") || held.contains(", template " + template.digest() + ";");
    }

    /** What the template is called that waits, if the mark says so. */
    static Optional<String> name(String held) {
        var match = MARK.matcher(held);
        return match.matches() ? Optional.of(match.group(1)) : Optional.empty();
    }

    /** Whether a revision is called so, and not by the hash Kubernetes wrote. */
    public static boolean names(String revision) {
        return revision.startsWith(NAME);
    }
}
