package dev.readygate.cli.imports;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads Cobertura's XML, of which every tool writes another part.
 */
final class CoberturaXml {
    private static final String EXPECTED = "Cobertura's XML report";

    private CoberturaXml() {}

    static Map<String, Object> data(List<ImportFile> files) {
        var all = files.stream().map(it -> covered(it, files.size() > 1)).reduce(Covered.NOTHING, Covered::plus);
        if (all.lines().isEmpty()) {
            throw files.getFirst().isNo("a measurement", "it counts no line");
        }
        return all.data();
    }

    private static Covered covered(ImportFile source, boolean oneOfSeveral) {
        var report = new CoberturaReport(oneOfSeveral);
        new XmlFile(source, EXPECTED, Set.of("coverage")).walk(report);
        return report.covered();
    }
}
