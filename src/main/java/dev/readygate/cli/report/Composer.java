package dev.readygate.cli.report;

import dev.readygate.api.v1alpha1.DocumentSection;
import dev.readygate.api.v1alpha1.DocumentSection.DocumentPart;
import dev.readygate.cli.document.Block;
import dev.readygate.cli.document.Document;
import dev.readygate.cli.document.DocumentResult;
import dev.readygate.cli.document.Section;
import dev.readygate.cli.report.DocumentSources.SubjectReport;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes a document from the cluster's answers. */
public record Composer(DocumentSources sources) {
    /** The parts of a document that names none. */
    private static final List<DocumentPart> USUAL = List.of(
            DocumentPart.Summary,
            DocumentPart.Board,
            DocumentPart.Categories,
            DocumentPart.Actions,
            DocumentPart.ExitCriteria,
            DocumentPart.KnownIssues,
            DocumentPart.Risks,
            DocumentPart.Slos,
            DocumentPart.Dora,
            DocumentPart.Baseline,
            DocumentPart.RollbackPlan,
            DocumentPart.History,
            DocumentPart.Scores,
            DocumentPart.Evidence,
            DocumentPart.NextReview);

    public Document document() {
        var matter = DocumentModel.of(sources);
        var changes = sources.before().stream()
                .map(it -> new ChangesPart(matter, it))
                .map(it -> new Section("Changes", it.title(), it.blocks()));
        var sections = Stream.concat(changes, wished(matter).stream().map(it -> section(matter, it)))
                .toList();
        return new Document(heading(matter), result(matter), sections);
    }

    private static List<DocumentSection> wished(DocumentModel matter) {
        var wished = matter.words().document().sections();
        return wished.isEmpty() ? USUAL.stream().map(DocumentSection::of).toList() : wished;
    }

    static String title(DocumentModel matter) {
        return Optional.ofNullable(matter.words().document().title())
                .or(() -> matter.sources().standard().map(it -> it.spec().title()))
                .orElse("Readiness report");
    }

    private String heading(DocumentModel matter) {
        var title = title(matter);
        return title
                + (Character.isLetterOrDigit(title.codePointBefore(title.length())) ? ": " : " ")
                + sources.product().names();
    }

    private DocumentResult result(DocumentModel matter) {
        var overall = matter.overall();
        var product = sources.product();
        return new DocumentResult(
                new DocumentResult.DocumentSubject(
                        product.namespace(),
                        product.subjects().stream()
                                .map(SubjectReport::deployment)
                                .toList(),
                        sources.standard().map(DocumentSources.Standard::name),
                        sources.now()),
                overall.score().map(it -> it.setScale(2, java.math.RoundingMode.DOWN)),
                overall.score().map(matter.words()::score).orElse("no data"),
                overall.coverage(),
                matter.words().verdict(overall.verdict()).text(),
                new Formula(matter).text(),
                matter.rows().stream().map(it -> row(matter, it)).toList(),
                matter.lines()
                        .map(it -> new DocumentResult.ResultCheck(
                                it.name(), it.title(), it.state().name()))
                        .toList());
    }

    private static DocumentResult.ResultRow row(DocumentModel matter, CategoryRow row) {
        return new DocumentResult.ResultRow(
                row.name().key().orElse(""),
                row.title(),
                row.value(),
                matter.words().score(row).text(),
                Optional.of(row)
                        .filter(CategoryRow::counts)
                        .map(it -> it.weight().longValueExact()),
                matter.words().grade(row).text());
    }

    private static Section section(DocumentModel matter, DocumentSection section) {
        var text = Optional.ofNullable(section.text()).map(Block::says).stream();
        return new Section(
                section.show().name(),
                title(section),
                Stream.concat(text.map(Block.class::cast), blocks(matter, section).stream())
                        .toList());
    }

    private static List<Block> blocks(DocumentModel matter, DocumentSection section) {
        return switch (section.show()) {
            case Summary -> new SummaryPart(matter).blocks();
            case Categories -> new RowsPart(matter, section).inFull();
            case Board -> new RowsPart(matter, section).board();
            case Comparison -> new RowsPart(matter, section).comparison();
            case Checks -> new ChecksPart(matter, section).table();
            case Validation -> new ChecksPart(matter, section).validation();
            case Evidence -> new ChecksPart(matter, section).evidence();
            case KnownIssues -> new ChecksPart(matter, section).knownIssues();
            case Actions -> new WorkPart(matter, section).actions();
            case Missing -> new WorkPart(matter, section).missing();
            case Gaps -> new WorkPart(matter, section).gapsToLiveWith();
            case ExitCriteria -> new WorkPart(matter, section).exitCriteria();
            case Decisions -> new DecisionPart(matter, section).decisions();
            case Factors -> new DecisionPart(matter, section).factors();
            case Risks -> new RisksPart(matter, section).blocks();
            case Slos -> new SlosPart(matter).blocks();
            case Dora -> new DoraPart(matter).blocks();
            case History -> new RecordsPart(matter, section).history();
            case Scores -> new RecordsPart(matter, section).scores();
            case Baseline -> new BaselinePart(matter).blocks();
            case RollbackPlan -> new BaselinePart(matter).plan();
            case NextReview -> new ReviewPart(matter).blocks();
            case TitlePage -> new TitlePart(matter).blocks();
            case Environments -> new EnvironmentsPart(matter).blocks();
            case Scans -> new EvidencePart(matter, section).scans();
            case Data -> new EvidencePart(matter, section).data();
            case Roadmap -> new RoadmapPart(matter, section).blocks();
        };
    }

    static String title(DocumentSection section) {
        return Optional.ofNullable(section.title()).orElseGet(() -> switch (section.show()) {
            case Summary -> "Summary";
            case Categories -> "Category by category";
            case Board -> "Board summary";
            case Comparison -> "Comparison to the standard";
            case Checks -> "Checks";
            case Validation -> "Validation";
            case Evidence -> "Evidence";
            case KnownIssues -> "Known issues";
            case Actions -> "Priority actions";
            case Missing -> "Missing capabilities";
            case Gaps -> "Non-blocking gaps";
            case ExitCriteria -> "Exit criteria";
            case Decisions -> "Decisions";
            case Factors -> "Decision factors";
            case Risks -> "Risk register";
            case Slos -> "Service level objectives";
            case Dora -> "Delivery performance (DORA)";
            case History -> "History";
            case Scores -> "Scores day by day";
            case Baseline -> "Baseline";
            case RollbackPlan -> "Rollback plan";
            case NextReview -> "Next review";
            case TitlePage -> "About this document";
            case Environments -> "Environments";
            case Scans -> "Scans";
            case Data -> "Data";
            case Roadmap -> "Roadmap";
        });
    }
}
