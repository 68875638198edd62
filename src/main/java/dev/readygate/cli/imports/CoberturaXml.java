package dev.readygate.cli.imports;

import dev.readygate.cli.imports.Covered.CoverageShare;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads Cobertura's XML. Rates go from 0 to 1. Counts are exact and can be added up, but not every tool writes them.
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
        var root = new Root(oneOfSeveral);
        new XmlFile(source, EXPECTED, Set.of("coverage")).walk(root);
        return root.covered;
    }

    private static final class Root implements XmlFile.Visitor {
        private final boolean oneOfSeveral;
        private Covered covered = Covered.NOTHING;

        Root(boolean oneOfSeveral) {
            this.oneOfSeveral = oneOfSeveral;
        }

        @Override
        public void begins(Tag tag, int depth) {
            if (depth == 0) {
                if (tag.number("line-rate").isEmpty()) {
                    throw tag.file().isWrong("its <coverage> has no line-rate");
                }
                covered = new Covered(share(tag, "line", "lines"), share(tag, "branch", "branches"));
            }
        }

        private CoverageShare share(Tag tag, String one, String many) {
            var valid = tag.count(many + "-valid");
            var hit = tag.count(many + "-covered");
            return valid.isPresent() && hit.isPresent()
                    ? counted(tag, CoverageShare.of(hit.getAsLong(), valid.getAsLong()))
                    : rate(tag, one + "-rate");
        }

        private static CoverageShare counted(Tag tag, CoverageShare share) {
            if (share.isTooMuch()) {
                throw tag.file().isWrong("it covers more than there is");
            }
            return share;
        }

        private CoverageShare rate(Tag tag, String attribute) {
            if (oneOfSeveral) {
                throw tag.file()
                        .isWrong("it has no lines-valid and branches-valid, without which several cannot be added up");
            }
            return tag.number(attribute).map(it -> share(tag, attribute, it)).orElse(CoverageShare.NOTHING);
        }

        private static CoverageShare share(Tag tag, String attribute, BigDecimal rate) {
            if (rate.signum() < 0 || rate.compareTo(BigDecimal.ONE) > 0) {
                throw tag.file().isWrong("%s goes from 0 to 1, and is %s".formatted(attribute, rate));
            }
            return new CoverageShare(rate, BigDecimal.ONE);
        }
    }
}
