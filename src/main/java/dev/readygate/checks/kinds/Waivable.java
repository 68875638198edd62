package dev.readygate.checks.kinds;

import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.checks.AdmitDenial;
import dev.readygate.checks.Ask;
import dev.readygate.checks.Check;
import dev.readygate.checks.Finding;
import dev.readygate.checks.Subject;
import dev.readygate.checks.Waivers;
import dev.readygate.facts.Horizon;
import dev.readygate.facts.Pod;
import dev.readygate.facts.Revision;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Any check, as excused while a waiver stands. A waiver excuses only a Fail, or an outcome that counts as failing for want
 * of data; Unknown stays Unknown, so a waiver is no way around missing evidence and approvals.
 */
record Waivable(CheckSpec spec, Check asked) implements Check {

    @Override
    public Finding evaluate(Subject subject) {
        return excused(asked.evaluate(subject), subject);
    }

    @Override
    public Finding evaluate(Subject subject, Pod pod) {
        return excused(asked.evaluate(subject, pod), subject);
    }

    @Override
    public List<Ask> asks(Subject subject) {
        return asked.asks(subject);
    }

    @Override
    public Optional<Instant> changesAt(Subject subject) {
        return Stream.of(
                        asked.changesAt(subject),
                        waivers(subject).longest().flatMap(it -> it.statement().ends()))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    @Override
    public Horizon horizon() {
        return asked.horizon();
    }

    @Override
    public boolean asksPods() {
        return asked.asksPods();
    }

    @Override
    public boolean healsByItself() {
        return asked.healsByItself();
    }

    @Override
    public Optional<AdmitDenial> denialAtAdmit(Finding failing) {
        return asked.denialAtAdmit(failing);
    }

    private Finding excused(Finding finding, Subject subject) {
        return Waivers.excused(finding, spec.whenNoData(), () -> waivers(subject));
    }

    private Waivers waivers(Subject subject) {
        var hash = subject.revision().map(Revision::hash);
        return new Waivers(
                        subject.world().statements().waivers().stream()
                                .filter(it ->
                                        it.revision().isEmpty() || it.revision().equals(hash))
                                .toList(),
                        subject.world().at())
                .of(spec);
    }
}
