package dev.readygate.cli.document;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a document comes to, for programs. Scores are 0 to 100 whatever the scale of the document.
 *
 * @param words how the score is written in the document
 * @param coverage the percentage of the weight that was answered
 */
public record DocumentResult(
        DocumentSubject subject,
        Optional<BigDecimal> score,
        String words,
        int coverage,
        String verdict,
        String formula,
        List<ResultRow> rows) {
    public DocumentResult {
        requireNonNull(subject, "subject");
        requireNonNull(score, "score");
        rows = List.copyOf(rows);
    }

    /** What it is about. */
    public record DocumentSubject(String namespace, List<String> deployments, Optional<String> standard, Instant at) {
        public DocumentSubject {
            deployments = List.copyOf(deployments);
        }
    }

    /** @param weight none for a row that does not count */
    public record ResultRow(
            String name, String title, Optional<Integer> score, String words, Optional<Long> weight, String grade) {}
}
