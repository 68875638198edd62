package dev.readygate.cli.imports;

import dev.readygate.cli.imports.Covered.CoverageShare;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One report. Counts of its root are exact and can be added up; some tools write rates from 0 to 1 only, and some,
 * MATLAB and converters from Xcode among them, neither: then the lines of its classes are counted.
 */
final class CoberturaReport implements XmlFile.Visitor {
    private static final Pattern CONDITIONS = Pattern.compile("\\((\\d{1,9})/(\\d{1,9})\\)");

    private final boolean oneOfSeveral;
    private Tag root;
    private boolean inMethods;
    private CoverageShare lines = CoverageShare.NOTHING;
    private CoverageShare branches = CoverageShare.NOTHING;

    CoberturaReport(boolean oneOfSeveral) {
        this.oneOfSeveral = oneOfSeveral;
    }

    /** A method's lines are among those of its class. */
    @Override
    public void begins(Tag tag, int depth) {
        if (depth == 0) {
            root = tag;
        }
        switch (tag.name()) {
            case "methods" -> inMethods = true;
            case "line" -> {
                if (!inMethods) {
                    count(tag);
                }
            }
            default -> {}
        }
    }

    @Override
    public void ends(String name) {
        inMethods &= !name.equals("methods");
    }

    private void count(Tag line) {
        lines = lines.plus(CoverageShare.of(line.count("hits").orElse(0) > 0 ? 1 : 0, 1));
        line.text("condition-coverage")
                .map(CONDITIONS::matcher)
                .filter(it -> it.find())
                .ifPresent(it -> branches = branches.plus(
                        counted(line, CoverageShare.of(Long.parseLong(it.group(1)), Long.parseLong(it.group(2))))));
    }

    Covered covered() {
        return new Covered(share("line", "lines", lines), share("branch", "branches", branches));
    }

    private CoverageShare share(String one, String many, CoverageShare ofClasses) {
        var valid = root.count(many + "-valid");
        var hit = root.count(many + "-covered");
        if (valid.isPresent() && hit.isPresent()) {
            return counted(root, CoverageShare.of(hit.getAsLong(), valid.getAsLong()));
        }
        var rate = oneOfSeveral ? Optional.<CoverageShare>empty() : rate(one + "-rate");
        return rate.or(() -> Optional.of(ofClasses).filter(_ -> !lines.isEmpty()))
                .orElseGet(() -> nothing(one));
    }

    private CoverageShare nothing(String what) {
        if (oneOfSeveral) {
            throw root.file()
                    .isWrong("it has no lines-valid and branches-valid, without which several cannot be added up");
        }
        if (what.equals("line")) {
            throw root.file().isWrong("its <coverage> has no line-rate");
        }
        return CoverageShare.NOTHING;
    }

    private static CoverageShare counted(Tag tag, CoverageShare share) {
        if (share.isTooMuch()) {
            throw tag.file().isWrong("it covers more than there is");
        }
        return share;
    }

    private Optional<CoverageShare> rate(String attribute) {
        return root.text(attribute)
                .filter(it -> !it.equalsIgnoreCase("nan"))
                .flatMap(_ -> root.number(attribute))
                .map(it -> share(attribute, it));
    }

    private CoverageShare share(String attribute, BigDecimal rate) {
        if (rate.signum() < 0 || rate.compareTo(BigDecimal.ONE) > 0) {
            throw root.file().isWrong("%s goes from 0 to 1, and is %s".formatted(attribute, rate));
        }
        return new CoverageShare(rate, BigDecimal.ONE);
    }
}
