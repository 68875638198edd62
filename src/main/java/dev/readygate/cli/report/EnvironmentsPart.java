package dev.readygate.cli.report;

import dev.readygate.api.v1alpha1.RolloutRecord;
import dev.readygate.api.v1alpha1.VerifiedCheck;
import dev.readygate.cli.document.Block;
import dev.readygate.cli.document.DocumentText;
import dev.readygate.cli.report.DocumentSources.SubjectReport;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Where it runs, and where the same images have to be verified before. */
record EnvironmentsPart(DocumentModel matter) {

    List<Block> blocks() {
        return List.of(Block.table(
                "Environments",
                List.of("Environment", "Namespace", "Deployment", "Version", "State", "Because"),
                Stream.concat(
                                matter.sources().product().subjects().stream().map(this::here),
                                matter.lines().flatMap(this::elsewhere))
                        .toList()));
    }

    private List<DocumentText> here(SubjectReport subject) {
        return Block.row(
                DocumentText.of(
                        subject.rollout().map(RolloutRecord::environment).orElse("this one")),
                DocumentText.of(matter.sources().product().namespace()),
                DocumentText.of(subject.deployment()),
                DocumentText.of(version(subject)),
                DocumentText.of(subject.report().phase()),
                DocumentText.of(""));
    }

    /** Its version, where a label or annotation names it; otherwise its commit or its hash. */
    private static String version(SubjectReport subject) {
        return subject.version()
                .or(() -> Optional.ofNullable(subject.report().revision())
                        .map(it -> it.commit() == null ? it.hash() : it.commit()))
                .orElse("");
    }

    private Stream<List<DocumentText>> elsewhere(QuestionLine line) {
        return line.question().map(it -> it.verified()).stream()
                .map(check -> Block.row(
                        DocumentText.of(line.title()),
                        DocumentText.of(Objects.requireNonNullElse(
                                check.namespace(), matter.sources().product().namespace())),
                        DocumentText.of(name(check)),
                        DocumentText.of(line.state() == QuestionState.Pass ? "the same images" : ""),
                        line.state().cell(),
                        DocumentText.of(line.why())));
    }

    private static String name(VerifiedCheck check) {
        return Objects.requireNonNullElse(check.name(), "of the same name");
    }
}
