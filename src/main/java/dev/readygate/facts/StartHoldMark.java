package dev.readygate.facts;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The text that marks a Deployment waiting at gate Start, a contract with the admission policy readygate-start. A
 * waiting template has no ReplicaSet, so its name is the generation that its change gave the Deployment.
 */
public final class StartHoldMark {
    private static final String NAME = "generation-";
    private static final Pattern MARK = Pattern.compile("(" + NAME + "\\d+) waits at gate Start\\b.*");

    private StartHoldMark() {}

    /**
     * Where no admission policy writes the mark, the operator does. Later changes of the template do not remove the
     * operator's mark, so it says which template it is about.
     */
    public static String mark(long generation, PodTemplate template) {
        return "%s%d waits at gate Start, template %s; its ReadinessReport says for what"
                .formatted(NAME, generation, template.digest());
    }

    /** A mark of the admission policy is always about the declared template. */
    static boolean isAbout(String held, PodTemplate template) {
        return !held.contains(" gate Start, template ") || held.contains(", template " + template.digest() + ";");
    }

    /** The pending name of the template, if the mark contains one. */
    static Optional<String> name(String held) {
        var match = MARK.matcher(held);
        return match.matches() ? Optional.of(match.group(1)) : Optional.empty();
    }

    /** Whether a revision's name is a pending name, and not the hash that Kubernetes wrote. */
    public static boolean names(String revision) {
        return revision.startsWith(NAME);
    }
}
