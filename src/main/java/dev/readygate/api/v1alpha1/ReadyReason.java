package dev.readygate.api.v1alpha1;

/** Why a report is Ready or not: the state of the declared revision. */
public enum ReadyReason implements ConditionReason {
    Verified(Outlook.Ready, "the declared revision is verified"),

    Unproven(Outlook.Unjudged, "what runs was taken as the baseline; its checks have not passed since"),
    Adopted(Outlook.Unjudged, "Readygate has just met this Deployment and taken what runs as the baseline"),
    Observed(Outlook.Unjudged, "no policy enforces a gate here: scored only"),
    Warned(Outlook.Unjudged, "the same, and at least one policy warns: the sentence says what would be held"),
    ManagedElsewhere(Outlook.Unjudged, "Argo Rollouts, Flagger or OpenKruise rolls it out: scored only"),
    ScaledToZero(Outlook.Unjudged, "a new revision is declared, and has no pods to be asked"),

    FirstRevision(Outlook.Progressing, "nothing to go back to: scored, not gated"),
    Unsettled(Outlook.Progressing, "Kubernetes still takes in the newest change"),
    WaitingToStart(Outlook.Progressing, "a new template waits at gate Start"),
    Starting(Outlook.Progressing, "through gate Start; its first pods start"),
    Serving(Outlook.Progressing, "new pods take traffic as they pass"),
    Proceeding(Outlook.Progressing, "a person let it through gate Serve"),
    Soaking(Outlook.Progressing, "it takes all traffic, and is watched before it is verified"),
    Restoring(Outlook.Progressing, "a check failed, and Kubernetes rolls back to the baseline"),
    Retrying(Outlook.Progressing, "a person asked for one more attempt of what was taken back"),

    TimedOut(Outlook.Stuck, "not through gate Start or Serve within `waitAtMost`; it waits on"),
    Held(Outlook.Stuck, "a check fails, and nothing is taken back"),
    Withdrawn(Outlook.Stuck, "a check failed, and the revision is taken back; at gate Start it waited too long"),
    Rejected(Outlook.Stuck, "the same, because a person said so"),
    RollbackContested(Outlook.Stuck, "the rejected revision was brought in again twice during the rollback; it stays");

    private final Outlook outlook;
    private final ReasonText text;

    ReadyReason(Outlook outlook, String meaning) {
        this.outlook = outlook;
        this.text = ReasonText.of(outlook, meaning);
    }

    public Outlook outlook() {
        return outlook;
    }

    @Override
    public ReasonText text() {
        return text;
    }
}
