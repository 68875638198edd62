package dev.readygate.schedules;

import dev.readygate.facts.RevisionDecisions;
import dev.readygate.schedules.ModelTemplate.ModelHealth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Actions of users and pipelines on the Deployment, and their last state. */
final class ModelPeople {
    private static final List<ModelTemplate> TEMPLATES = List.of(
            new ModelTemplate("good1", ModelHealth.Good),
            new ModelTemplate("good2", ModelHealth.Good),
            new ModelTemplate("sick1", ModelHealth.Sick),
            new ModelTemplate("sick2", ModelHealth.Sick),
            new ModelTemplate("turns", ModelHealth.TurnsBad),
            new ModelTemplate("silent", ModelHealth.Silent));

    private final ApiServer api;
    private final RandomGenerator random;
    private Optional<ModelTemplate> declared;
    private int acts;
    private int fewest;

    ModelPeople(ApiServer api, RandomGenerator random) {
        this.api = api;
        this.random = random;
        this.declared = Optional.of(api.deployment().template());
        this.fewest = api.deployment().replicas();
    }

    static ModelTemplate template(String name) {
        return TEMPLATES.stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static ModelTemplate first(RandomGenerator random) {
        return random.nextInt(4) == 0 ? any(random) : template("good1");
    }

    private static ModelTemplate any(RandomGenerator random) {
        return TEMPLATES.get(random.nextInt(TEMPLATES.size()));
    }

    /**
     * The template that users declared last and the API server accepted. While a rollback has the baseline's
     * template declared in its place, a user's declaration of the same template cannot be distinguished.
     */
    Optional<ModelTemplate> declared() {
        return declared;
    }

    int acts() {
        return acts;
    }

    /**
     * The fewest replicas that users wanted at a time. When pods are added later, Kubernetes chooses their
     * revision.
     */
    int fewest() {
        return fewest;
    }

    String act() {
        acts++;
        return switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> declare(any(random));
            case 4 -> declare(template("good2"));
            case 5 -> declare(api.deployment().template());
            case 6 -> undo();
            case 7 -> pause();
            case 8 -> resume();
            case 9 -> scale();
            default -> wish();
        };
    }

    /** {@code kubectl apply} of a manifest without a pause. */
    private String declare(ModelTemplate template) {
        boolean isAlsoOurs = api.book()
                .filter(it -> it.refused().isPresent() && it.verifies(template.hash()))
                .isPresent();
        boolean letIn = api.byAPerson(
                it -> it.template().equals(template)
                        ? it
                        : it.declaring(template).given(true),
                false);
        if (letIn) {
            declared = Optional.of(template).filter(_ -> !isAlsoOurs);
        }
        return "declare " + template.name() + (letIn ? "" : ": refused");
    }

    private String undo() {
        var now = api.deployment();
        if (now.paused()) {
            return "undo: refused, as it is paused";
        }
        return api.replicaSets().stream()
                .filter(it -> !it.template().equals(now.template()))
                .max(Comparator.comparing(ReplicaSet::number))
                .map(it -> "undo: " + declare(it.template()))
                .orElse("undo: nothing to go back to");
    }

    private String pause() {
        api.byAPerson(it -> it.paused() ? it : it.paused(true, Optional.empty()), false);
        return "pause";
    }

    String resume() {
        api.byAPerson(it -> it.paused(false, it.held()), false);
        return "resume";
    }

    private String scale() {
        int replicas = List.of(0, 1, 3, 3, 5).get(random.nextInt(5));
        fewest = Math.min(fewest, replicas);
        // Through the subresource, as users and autoscalers do.
        api.byAController(it -> it.scaled(replicas));
        return "scale to " + replicas;
    }

    private String wish() {
        var revision = api.report().map(it -> it.revision()).map(it -> it.hash());
        if (revision.isEmpty()) {
            return "wish: nothing is reported";
        }
        var before = api.deployment().wishes();
        var wishes = switch (random.nextInt(3)) {
            case 0 -> new RevisionDecisions(revision, before.reject(), before.retry(), Optional.of("jane"));
            case 1 -> new RevisionDecisions(before.proceed(), revision, before.retry(), Optional.of("jane"));
            default -> new RevisionDecisions(before.proceed(), before.reject(), revision, before.decidedBy());
        };
        api.byAPerson(it -> it.wishing(wishes), false);
        return "wish " + wishes;
    }
}
