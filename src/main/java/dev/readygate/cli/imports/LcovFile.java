package dev.readygate.cli.imports;

import dev.readygate.cli.imports.Covered.CoverageShare;
import java.util.List;
import java.util.Map;

/** Reads LCOV: a record for each source file. Not every tool writes its sums; without them, its lines are counted. */
final class LcovFile {
    private static final String EXPECTED = "LCOV";

    private LcovFile() {}

    static Map<String, Object> data(List<ImportFile> files) {
        return files.stream()
                .map(LcovFile::covered)
                .reduce(Covered.NOTHING, Covered::plus)
                .data();
    }

    private static Covered covered(ImportFile source) {
        var records = new Records(source);
        source.lines().map(String::strip).forEach(records::read);
        return records.sum();
    }

    private static final class Records {
        private final ImportFile source;
        private Covered sum = Covered.NOTHING;
        private Record open;

        Records(ImportFile source) {
            this.source = source;
        }

        void read(String line) {
            if (line.startsWith("SF:")) {
                if (open != null) {
                    throw source.isNo(EXPECTED, "a record begins before the one before has ended");
                }
                open = new Record();
            } else if (line.equals("end_of_record") && open != null) {
                sum = sum.plus(open.covered(source));
                open = null;
            } else if (open != null) {
                open.read(line, source);
            }
        }

        Covered sum() {
            if (open != null) {
                throw source.isNo(EXPECTED, "its last record does not end");
            }
            if (sum.lines().isEmpty()) {
                throw source.isNo(EXPECTED, "it has no record, from SF: to end_of_record, that counts a line");
            }
            return sum;
        }
    }

    private static final class Record {
        private long linesSeen;
        private long linesHit;
        private long lf = -1;
        private long lh = -1;
        private long brf;
        private long brh;

        void read(String line, ImportFile source) {
            var parts = line.split(":", 2);
            switch (parts[0]) {
                case "DA" -> {
                    linesSeen++;
                    linesHit += count(line.split("[:,]"), 2, source) > 0 ? 1 : 0;
                }
                case "LF" -> lf = count(parts, 1, source);
                case "LH" -> lh = count(parts, 1, source);
                case "BRF" -> brf = count(parts, 1, source);
                case "BRH" -> brh = count(parts, 1, source);
                default -> {}
            }
        }

        private static long count(String[] parts, int index, ImportFile source) {
            if (parts.length <= index || !parts[index].matches("\\d{1,18}")) {
                throw source.isNo(EXPECTED, "%s is no count".formatted(String.join(":", parts)));
            }
            return Long.parseLong(parts[index]);
        }

        Covered covered(ImportFile source) {
            var lines = lf < 0 || lh < 0 ? CoverageShare.of(linesHit, linesSeen) : CoverageShare.of(lh, lf);
            var branches = CoverageShare.of(brh, brf);
            if (lines.isTooMuch() || branches.isTooMuch()) {
                throw source.isNo(EXPECTED, "it covers more than there is");
            }
            return new Covered(lines, branches);
        }
    }
}
