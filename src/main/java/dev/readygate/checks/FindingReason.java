package dev.readygate.checks;

import dev.readygate.facts.Outcome;

/**
 * Why a finding has its outcome, in one word for programs. The words change only with the API version;
 * docs/reference/reasons.md is made of them.
 */
public enum FindingReason {
    Answered(Outcome.Pass, "every pod answered as expected"),
    WrongAnswer(Outcome.Fail, "at least one pod did not answer as expected, or not in time"),
    NotAsked(Outcome.Error, "at least one pod could not be asked, or a query could not be evaluated"),
    NoService(Outcome.Error, "there is no Service to be asked, or several, or it is no address in front of pods"),
    Starting(Outcome.Unknown, "no pod is ready to be asked"),
    Waiting(Outcome.Unknown, "not all pods have answered, or what stands around was not seen yet"),
    Undecided(Outcome.Unknown, "asked, with no clear answer"),
    NoReplicas(Outcome.NotApplicable, "scaled to zero"),

    WithinLimits(Outcome.Pass, "a number, objective or comparison keeps its limit"),
    BeyondLimits(Outcome.Fail, "a number, objective or comparison breaks its limit"),
    NoData(Outcome.Unknown, "Prometheus gave nothing that can be compared"),
    NoTrafficYet(Outcome.NotApplicable, "no new pod takes traffic yet, at gate Serve"),
    NothingToCompare(Outcome.NotApplicable, "there are not pods, or not samples, on both sides"),
    Exempt(Outcome.NotApplicable, "the budget is spent, and the Deployment has the label that lets it through"),

    Open(Outcome.Pass, "it is an allowed time, and not a forbidden one"),
    Closed(Outcome.Fail, "it is another time; at a gate this only holds"),
    InvalidCheck(Outcome.Error, "the check means nothing as it is written; the policy says so too"),

    EvidencePasses(Outcome.Pass, "the newest evidence about this revision passes"),
    EvidenceFails(Outcome.Fail, "the newest evidence about this revision fails"),
    NoEvidence(Outcome.Unknown, "there is no evidence about this revision that counts"),
    NoOutcome(Outcome.Unknown, "the evidence has no outcome"),
    NoNumber(Outcome.Unknown, "the evidence does not have the number that is compared"),
    DataUnfitting(Outcome.Unknown, "the evidence does not have what the expression reads"),
    NotJudged(Outcome.Error, "an expression could not be evaluated, or took too long"),
    WorseThanBaseline(Outcome.Fail, "a number of the evidence is worse than that of the baseline"),

    Approved(Outcome.Pass, "enough people have signed off this revision"),
    ApprovalsMissing(Outcome.Unknown, "more people have to sign off this revision"),
    Refused(Outcome.Fail, "a person whose word counts has said no"),
    ApplierUnknown(Outcome.Unknown, "the applier of the revision is not known, and may not approve it"),

    ManifestConforms(Outcome.Pass, "all rules are kept"),
    ManifestViolates(Outcome.Fail, "at least one rule is not kept"),
    ManifestUnknown(Outcome.Unknown, "the Deployment could not be read in full; tried again"),
    NoRevision(Outcome.Unknown, "Kubernetes has not made the revision yet"),

    JobSucceeded(Outcome.Pass, "the Job for this revision succeeded"),
    JobFailed(Outcome.Fail, "the Job for this revision failed"),
    JobRunning(Outcome.Unknown, "the Job for this revision has not ended"),
    JobNotRun(Outcome.Error, "the Job could not be started, or was never seen running"),

    VerifiedThere(Outcome.Pass, "the same images are verified in the other Deployment"),
    NotVerifiedThere(
            Outcome.Fail, "the same images are not verified in the other Deployment; at a gate this only holds"),
    NotReported(Outcome.Unknown, "no policy reports of the other Deployment"),
    DigestUnknown(Outcome.Unknown, "the digests of the images, here or there, were not seen yet"),
    OutOfBounds(Outcome.Error, "the installation does not let this namespace look into the other one"),

    NoRollouts(Outcome.NotApplicable, "a delivery number, and no rollouts are recorded"),
    TooFewRollouts(Outcome.NotApplicable, "fewer rollouts are recorded than the check wants"),
    NoCommitTimes(Outcome.NotApplicable, "a lead time, and too few commit times are known"),
    NothingFailed(Outcome.NotApplicable, "a recovery time, and nothing had to be recovered"),

    Waived(Outcome.Waived, "the check fails, and a waiver excuses it until it expires");

    private final Outcome outcome;
    private final String meaning;

    FindingReason(Outcome outcome, String meaning) {
        this.outcome = outcome;
        this.meaning = meaning;
    }

    public Outcome outcome() {
        return outcome;
    }

    /** What the word means, for people. */
    public String meaning() {
        return meaning;
    }
}
