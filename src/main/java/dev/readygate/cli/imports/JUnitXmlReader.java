package dev.readygate.cli.imports;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads JUnit's XML, which every test runner writes a little differently. Suites may contain suites and sum them up, so
 * only suites without inner ones count, and cases outside of them. A test that was tried again counts once: it passed
 * if it passed in the end.
 */
final class JUnitXmlReader {
    private static final String EXPECTED = "JUnit XML";

    private JUnitXmlReader() {}

    static Map<String, Object> data(List<ImportFile> files) {
        var all = files.stream().map(JUnitXmlReader::ran).reduce(Ran.NONE, Ran::plus);
        if (all.total() == 0) {
            throw files.getFirst().isNo("the result of a test run", "no test ran in it");
        }
        return all.data();
    }

    private static Ran ran(ImportFile source) {
        var suites = new Suites();
        new XmlFile(source, EXPECTED, Set.of("testsuites", "testsuite")).walk(suites);
        if (suites.sum.passed() < 0) {
            throw source.isNo(EXPECTED, "more tests ended than began");
        }
        return suites.sum;
    }

    private static final class Suite {
        final Ran declared;
        Ran cases = Ran.NONE;
        boolean triedAgain;
        boolean isLeaf = true;

        Suite(Tag tag) {
            declared = new Ran(
                    tag.count("tests").orElse(0),
                    tag.count("failures").orElse(0),
                    tag.count("errors").orElse(0),
                    tag.count("skipped").orElse(0) + tag.count("disabled").orElse(0));
        }

        Ran ran() {
            return !isLeaf || triedAgain ? cases : declared.with(cases);
        }
    }

    private static final class Suites implements XmlFile.Visitor {
        private final Deque<Suite> open = new ArrayDeque<>();
        private Ran sum = Ran.NONE;
        private Ran latest = Ran.NONE;

        @Override
        public void begins(Tag tag, int depth) {
            switch (tag.name()) {
                case "testsuite" -> {
                    open.stream().findFirst().ifPresent(it -> it.isLeaf = false);
                    open.push(new Suite(tag));
                }
                case "testcase" -> latest = new Ran(1, 0, 0, tag.is("status", "notrun") ? 1 : 0);
                case "failure" -> latest = new Ran(1, 1, 0, 0);
                case "error" -> latest = latest.failed() > 0 ? latest : new Ran(1, 0, 1, 0);
                case "skipped" -> latest = latest.failed() + latest.errors() > 0 ? latest : new Ran(1, 0, 0, 1);
                case "flakyFailure", "flakyError", "rerunFailure", "rerunError", "rerun" ->
                    open.stream().findFirst().ifPresent(it -> it.triedAgain = true);
                default -> {}
            }
        }

        @Override
        public void ends(String name) {
            switch (name) {
                case "testsuite" -> sum = sum.plus(open.pop().ran());
                case "testcase" ->
                    open.stream()
                            .findFirst()
                            .ifPresentOrElse(it -> it.cases = it.cases.plus(latest), () -> sum = sum.plus(latest));
                default -> {}
            }
        }
    }
}
