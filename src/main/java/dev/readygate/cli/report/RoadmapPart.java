package dev.readygate.cli.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.readygate.api.v1alpha1.DocumentSection;
import dev.readygate.api.v1alpha1.Priority;
import dev.readygate.cli.document.Block;
import dev.readygate.cli.document.DocumentText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;

/** The open work by horizon: a priority is a horizon. Each horizon says how much work it is. */
record RoadmapPart(DocumentModel matter, DocumentSection section) {

    List<Block> blocks() {
        var gaps = matter.gaps(section).stream().filter(it -> it.todo() != null).toList();
        if (gaps.isEmpty()) {
            return List.of(Block.says("Nothing is to be done."));
        }
        var horizons = gaps.stream()
                .filter(it -> it.priority().isPresent())
                .collect(groupingBy(it -> it.priority().orElseThrow(), () -> new EnumMap<>(Priority.class), toList()));
        var blocks = new ArrayList<Block>();
        horizons.forEach((priority, lines) -> blocks.addAll(horizon(title(priority), lines)));
        var later = gaps.stream().filter(it -> it.priority().isEmpty()).toList();
        if (!later.isEmpty()) {
            blocks.addAll(horizon("Without a priority", later));
        }
        return blocks;
    }

    private static String title(Priority priority) {
        return priority
                + switch (priority) {
                    case P1 -> ": now";
                    case P2 -> ": next";
                    case P3 -> ": later";
                };
    }

    private static List<Block> horizon(String title, List<QuestionLine> lines) {
        return List.of(
                Block.heading(title, DocumentText.of(EffortSum.of(lines.stream().map(QuestionLine::effort)))),
                Block.table(
                        title,
                        List.of("What", "Effort", "Owner"),
                        lines.stream().map(RoadmapPart::row).toList()));
    }

    private static List<DocumentText> row(QuestionLine line) {
        return Block.row(DocumentText.of(line.todo()), DocumentText.of(line.effort()), DocumentText.of(line.owner()));
    }
}
