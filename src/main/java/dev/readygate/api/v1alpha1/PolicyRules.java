package dev.readygate.api.v1alpha1;

/** Rules of a policy that a schema cannot express, in CEL; both kinds of policy share them. */
final class PolicyRules {
    static final String ENFORCE_ALL = "self.mode != 'Enforce' || (has(self.rollout) && has(self.rollout.onFailure))"
            + " || (has(self.selector.matchLabels) && size(self.selector.matchLabels) > 0)"
            + " || (has(self.selector.matchExpressions) && size(self.selector.matchExpressions) > 0)";
    static final String ENFORCE_ALL_MESSAGE =
            "rollout.onFailure must be set when mode is Enforce and selector is {}, which means every Deployment:"
                    + " write Withdraw, Rollback, Hold or Notify, or select fewer";

    static final String ASKS_SOMETHING =
            "(has(self.checks) && size(self.checks) > 0) || (has(self.standards) && size(self.standards) > 0)";
    static final String ASKS_SOMETHING_MESSAGE = "checks and standards are both empty: add at least one of them";

    static final String CATEGORIES_DECLARED = "!has(self.checks) || (has(self.standards) && size(self.standards) > 0)"
            + " || self.checks.all(c, !has(c.category)"
            + " || (has(self.categories) && self.categories.exists(k, k.name == c.category)))";
    static final String CATEGORIES_DECLARED_MESSAGE =
            "every check's category must be declared: add it to categories, or correct the check's category";

    static final String RISKS_CLOSED = "!has(self.risks) || (has(self.standards) && size(self.standards) > 0)"
            + " || self.risks.all(r, !has(r.closedBy)"
            + " || (has(self.checks) && self.checks.exists(c, c.name == r.closedBy)))";
    static final String RISKS_CLOSED_MESSAGE =
            "risks.closedBy must name a check of this policy: correct it, or leave it out";

    static final String DECISIONS_CLOSED = "!has(self.decisions) || (has(self.standards) && size(self.standards) > 0)"
            + " || self.decisions.all(d, !has(d.closedBy)"
            + " || (has(self.checks) && self.checks.exists(c, c.name == d.closedBy)))";
    static final String DECISIONS_CLOSED_MESSAGE =
            "decisions.closedBy must name a check of this policy: correct it, or leave it out";

    private PolicyRules() {}
}
