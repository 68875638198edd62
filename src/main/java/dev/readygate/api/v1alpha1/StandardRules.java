package dev.readygate.api.v1alpha1;

/**
 * Rules of a standard's document that a schema cannot express, in CEL: it refers only to parts that the standard
 * has.
 */
final class StandardRules {
    private static final String SECTIONS =
            "!has(self.document) || !has(self.document.sections) ||" + " self.document.sections.all(s, ";
    private static final String DECLARED = ".all(n, has(self.categories) && self.categories.exists(c, c.name == n))";

    static final String CATEGORIES_ARE_DECLARED = SECTIONS + "!has(s.categories) || s.categories" + DECLARED + ")";
    static final String CATEGORIES_ARE_DECLARED_MESSAGE =
            "document.sections.categories must name categories of this standard: correct them, or declare the category";

    static final String CHECKS_ARE_THERE =
            SECTIONS + "!has(s.checks) || s.checks.all(n, self.checks.exists(c, c.name == n)))";
    static final String CHECKS_ARE_THERE_MESSAGE =
            "document.sections.checks must name checks of this standard: correct them";

    private StandardRules() {}
}
