package dev.readygate.cli.document;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The result of a document, for programs. Scores are 0 to 100 on every scale of the document.
 *
 * @param words the score as the document writes it
 * @param coverage the percentage of the weight that was answered
 */
public record DocumentResult(
        DocumentSubject subject,
        Optional<BigDecimal> score,
        String words,
        int coverage,
        String verdict,
        String formula,
        List<ResultRow> rows,
        List<ResultCheck> checks) {
    public DocumentResult {
        requireNonNull(subject, "subject");
        requireNonNull(score, "score");
        rows = List.copyOf(rows);
        checks = List.copyOf(checks);
    }

    /** The Deployments, standard and time that the document is about. */
    public record DocumentSubject(String namespace, List<String> deployments, Optional<String> standard, Instant at) {
        public DocumentSubject {
            deployments = List.copyOf(deployments);
        }
    }

    /** @param weight none for a row that does not count */
    public record ResultRow(
            String name, String title, Optional<Integer> score, String words, Optional<Long> weight, String grade) {}

    /** @param state the worst outcome of the Deployments */
    public record ResultCheck(String name, String title, String state) {}
}
