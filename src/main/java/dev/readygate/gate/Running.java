package dev.readygate.gate;

import static dev.readygate.gate.Course.inOrder;

import dev.readygate.facts.KnownGood;
import dev.readygate.facts.Revision;
import dev.readygate.gate.Decision.Outlook;
import dev.readygate.gate.Decision.Standing;
import java.util.Optional;

/** A verified revision is declared: it needs nothing from us, whatever its checks say now. */
final class Running {
    static final Standing VERIFIED =
            new Standing(Outlook.Verified, "Verified", "The declared revision is verified.", "");
    private static final Standing UNPROVEN = new Standing(
            Outlook.Unjudged,
            "Unproven",
            "Taken as the baseline when Readygate met it; its checks have not passed yet.",
            "");

    private Running() {}

    static Course of(Situation now, Revision current) {
        var baseline = baseline(now, current);
        var book = now.bookSays(
                now.enforcing(now.verifiedBesides(baseline.map(KnownGood::hash).orElse(current.hash()))));
        var standing = baseline.map(KnownGood::unproven).orElse(false) ? UNPROVEN : VERIFIED;
        var course = Course.idle(baseline, standing, inOrder(book, now.open(pod -> now.verified(pod.hash()))));
        return standing.equals(VERIFIED) ? course.showing(new Passage(now, current.hash()).through()) : course;
    }

    /** Going back to an older verified revision makes it the baseline, once it has taken over. */
    private static Optional<KnownGood> baseline(Situation now, Revision current) {
        var known = now.baseline().filter(it -> it.hash().equals(current.hash()));
        if (known.isPresent()) {
            return known.map(it -> it.unproven() && Promotion.due(now) ? it.proven() : it);
        }
        return now.world().workload().rolledOut()
                ? Optional.of(new KnownGood(current.hash(), now.world().at(), false))
                : now.baseline();
    }
}
