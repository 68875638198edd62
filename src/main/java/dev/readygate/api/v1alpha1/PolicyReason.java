package dev.readygate.api.v1alpha1;

/** Why a policy is Ready or not. */
public enum PolicyReason implements ConditionReason {
    Accepted(Outlook.Ready, "accepted and active; says nothing about the verdicts"),
    InvalidCheck(
            Outlook.Stuck,
            "a check means nothing as it is written: an expression that does not compile, an unknown time zone, a Job"
                    + " without containers, a missing value of a standard, or a question that its gate cannot ask; the"
                    + " others go on"),
    MissingStandard(
            Outlook.Stuck,
            "a standard it names is not there; the rest goes on, and the report has a required line for it"),
    NotEnforced(Outlook.Progressing, "accepted, but the API server does not enforce it"),
    NotActive(Outlook.Progressing, "the API server does not act on the newest manifest checks at gate Admit yet"),
    NotCompiled(Outlook.Stuck, "the API server does not take the manifest checks at gate Admit as they are written");

    private final ReasonText text;

    PolicyReason(Outlook outlook, String meaning) {
        this.text = ReasonText.of(outlook, meaning);
    }

    @Override
    public ReasonText text() {
        return text;
    }
}
