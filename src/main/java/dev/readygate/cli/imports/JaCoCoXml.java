package dev.readygate.cli.imports;

import dev.readygate.cli.imports.Covered.CoverageShare;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads JaCoCo's XML. JaCoCo counts anew at every level, so only the counters of the whole report are used. */
final class JaCoCoXml {
    private static final String EXPECTED = "JaCoCo's XML report";

    private JaCoCoXml() {}

    static Map<String, Object> data(List<ImportFile> files) {
        return files.stream()
                .map(JaCoCoXml::covered)
                .reduce(Covered.NOTHING, Covered::plus)
                .data();
    }

    private static Covered covered(ImportFile source) {
        var totals = new Totals();
        new XmlFile(source, EXPECTED, Set.of("report")).walk(totals);
        if (totals.lines.isEmpty()) {
            throw source.isNo(EXPECTED, "it has no counter of type LINE for the whole report");
        }
        return new Covered(totals.lines, totals.branches);
    }

    private static final class Totals implements XmlFile.Visitor {
        private CoverageShare lines = CoverageShare.NOTHING;
        private CoverageShare branches = CoverageShare.NOTHING;

        @Override
        public void begins(Tag tag, int depth) {
            if (depth != 1 || !tag.name().equals("counter")) {
                return;
            }
            if (tag.is("type", "LINE")) {
                lines = share(tag);
            } else if (tag.is("type", "BRANCH")) {
                branches = share(tag);
            }
        }

        private static CoverageShare share(Tag tag) {
            long covered = count(tag, "covered");
            return CoverageShare.of(covered, covered + count(tag, "missed"));
        }

        private static long count(Tag tag, String attribute) {
            return tag.count(attribute).orElseThrow(() -> tag.file().isWrong("a counter has no " + attribute));
        }
    }
}
