package dev.readygate.cluster.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

/** The field managers of a template before the operator's restore and after the template is declared again. */
class OwnershipTest {
    private static final String GITOPS = entry("gitops", "Apply", "{'f:replicas': {}, 'f:template': {'f:image': {}}}");
    private static final String EDITOR = entry("kubectl-edit", "Update", "{'f:template': {'f:env': {}}}");
    private static final String SCALER = entry("hpa", "Update", "{'f:replicas': {}}");
    private static final String OURS = entry("readygate", "Update", "{'f:template': {'f:image': {}}}");

    private static String entry(String manager, String operation, String spec) {
        return "{'manager': '%s', 'operation': '%s', 'apiVersion': 'apps/v1', 'time': 'then', 'fieldsV1': {'f:spec': %s}}"
                .formatted(manager, operation, spec);
    }

    private static JsonNode json(String... entries) {
        try {
            return new ObjectMapper().readTree(("[" + String.join(",", entries) + "]").replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Test
    void isTakenOutWithoutOtherFields() {
        assertThat(Ownership.ofTemplate(json(GITOPS, SCALER, OURS)))
                .isEqualTo(json(entry("gitops", "Apply", "{'f:template': {'f:image': {}}}")));
    }

    @Test
    void returnsToManagersThatLostSomeOrAllFields() {
        var before = json(GITOPS, EDITOR, SCALER);
        var meanwhile = json(entry("gitops", "Apply", "{'f:replicas': {}}"), SCALER, OURS);

        assertThat(Ownership.givenBack(meanwhile, Ownership.ofTemplate(before)))
                .isEqualTo(json(GITOPS, SCALER, EDITOR));
    }

    @Test
    void isTheSameAgainWhereNothingWasLost() {
        var before = json(GITOPS, EDITOR, SCALER);

        assertThat(Ownership.givenBack(before, Ownership.ofTemplate(before))).isEqualTo(before);
    }

    @Test
    void isLostByManagersWithoutItThen() {
        var owners = Ownership.ofTemplate(json(GITOPS));
        var newcomer = entry("helm", "Update", "{'f:paused': {}, 'f:template': {'f:image': {}}}");

        assertThat(Ownership.givenBack(json(GITOPS, EDITOR, newcomer), owners))
                .isEqualTo(json(GITOPS, entry("helm", "Update", "{'f:paused': {}}")));
    }

    @Test
    void ofTheBaselinePassesToManagersThatApplyTemplates() {
        var restored = entry("readygate-restore", "Update", "{'f:template': {'f:image': {}, 'f:env': {'f:A': {}}}}");
        var more = "{'f:replicas': {}, 'f:template': {'f:image': {}, 'f:env': {'f:B': {}, 'f:A': {}}}}";
        var gitops =
                entry("gitops", "Apply", "{'f:replicas': {}, 'f:template': {'f:image': {}, 'f:env': {'f:B': {}}}}");

        assertThat(Ownership.handedOn(json(gitops, EDITOR, restored, SCALER)))
                .isEqualTo(json(entry("gitops", "Apply", more), EDITOR, SCALER));
        assertThat(Ownership.handedOn(json(EDITOR, restored))).isEqualTo(json(EDITOR));
        assertThat(Ownership.handedOn(json(GITOPS, SCALER))).isEqualTo(json(GITOPS, SCALER));
    }

    /** A manager that applies and one that updates are two, even with the same name. */
    @Test
    void isThatOfTheWholeEntry() {
        var update = entry("gitops", "Update", "{'f:paused': {}}");

        assertThat(Ownership.givenBack(json(update), Ownership.ofTemplate(json(GITOPS))))
                .isEqualTo(json(update, entry("gitops", "Apply", "{'f:template': {'f:image': {}}}")));
    }

    @Test
    void fieldsOutsideTheSpecStay() {
        var labels = "{'manager': 'labels', 'fieldsV1': {'f:metadata': {'f:labels': {}}}}";

        assertThat(Ownership.givenBack(json(labels), json())).isEqualTo(json(labels));
    }
}
