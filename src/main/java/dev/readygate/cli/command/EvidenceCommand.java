package dev.readygate.cli.command;

import dev.readygate.api.v1alpha1.ReadinessEvidence;
import dev.readygate.api.v1alpha1.ReadinessEvidenceSpec;
import dev.readygate.api.v1alpha1.ReadinessEvidenceSpec.EvidenceOutcome;
import dev.readygate.cli.cluster.Session;
import dev.readygate.cli.imports.Facts;
import dev.readygate.cli.imports.KeyValue;
import dev.readygate.cli.plan.Expiry;
import dev.readygate.cli.plan.ObjectName;
import dev.readygate.cli.plan.Topic;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "evidence",
        description = {
            "State a fact about a revision, for the checks that look for evidence of this type: numbers from the files"
                    + " of your tools, or what you type. It takes the right to create ReadinessEvidence."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubectl readygate evidence unit-tests --deployment cart --current --junit target/surefire-reports/*.xml",
            "  kubectl readygate evidence coverage --deployment cart --jacoco target/site/jacoco/jacoco.xml",
            "  kubectl readygate evidence image-scan --image registry.example/cart:v1 --sarif scan.sarif --expires 7d",
            "  kubectl readygate evidence load-test peak=400 --deployment cart --k6 summary.json",
            "  kubectl readygate evidence runbooks alerts=12 covered=12 --deployment cart --outcome Pass"
                    + " --link https://wiki.example/cart",
            "  kubectl readygate evidence unit-tests --commit 898c22c --junit target/surefire-reports/*.xml"
                    + " --dry-run=client -o yaml"
        })
final class EvidenceCommand extends Verb {
    @Parameters(index = "0", paramLabel = "TYPE", description = "What kind of fact it is, as the checks call it.")
    private String type;

    @Parameters(
            index = "1..*",
            paramLabel = "KEY=VALUE",
            description = "Facts: a number, true or false, or text; in double quotes always text.")
    private List<String> pairs = List.of();

    @Mixin
    private ReportFiles files;

    @Mixin
    private TopicOptions topic;

    @Option(
            names = "--outcome",
            paramLabel = "OUTCOME",
            description = "Pass or Fail; left out, the check decides from the facts.")
    private EvidenceOutcome outcome;

    @Option(names = "--link", paramLabel = "URL", description = "Where the details are.")
    private String link;

    @Option(names = "--note", paramLabel = "TEXT", description = "A remark.")
    private String note;

    @Option(
            names = "--expires",
            paramLabel = "WHEN",
            description = "It does not count from then on: after a time such as 7d, or at 2026-12-31T12:00:00Z.")
    private String expires;

    @Mixin
    private Creation creation;

    @Override
    int run(Session session) {
        var now = Instant.now();
        var spec = asTyped(() -> spec(session, now));
        var evidence = new ReadinessEvidence();
        evidence.setMetadata(creation.metadata(session, where.namespace(), name(spec, now)));
        evidence.setSpec(spec);
        var made = creation.make(session, evidence);
        say(creation.isForPeople() ? told(spec, made) : creation.shown(List.of(made)));
        return DONE;
    }

    private static String name(ReadinessEvidenceSpec spec, Instant now) {
        var about = spec.about();
        return ObjectName.of(now, Optional.ofNullable(about.deployment()).orElse(about.commit()), spec.type());
    }

    private ReadinessEvidenceSpec spec(Session session, Instant now) {
        TypedNames.check("TYPE", type);
        var facts = new Facts();
        files.data().forEach(facts::add);
        pairs.stream().map(KeyValue::of).forEach(it -> facts.add(Map.of(it.key(), it.value())));
        if (facts.isEmpty() && outcome == null) {
            throw new IllegalArgumentException("say what came out: a file such as --junit, KEY=VALUE, or --outcome");
        }
        return new ReadinessEvidenceSpec(
                type,
                topic.topic(session).named(),
                outcome,
                facts.isEmpty() ? null : facts.data(),
                TypedNames.address(link),
                note,
                Optional.ofNullable(expires).map(it -> Expiry.of(it, now)).orElse(null),
                null);
    }

    /** The facts in the order in which the user gave them: the API server returns another order. */
    private static String told(ReadinessEvidenceSpec spec, ReadinessEvidence made) {
        var said = new StringBuilder();
        Optional.ofNullable(spec.outcome()).ifPresent(it -> said.append(' ').append(it));
        Optional.ofNullable(spec.data())
                .ifPresent(it -> it.properties()
                        .forEach(one -> said.append(
                                " %s=%s".formatted(one.getKey(), one.getValue().asText()))));
        return "%s about %s:%s. It is evidence %s."
                .formatted(
                        spec.type(),
                        Topic.told(spec.about()),
                        said,
                        made.getMetadata().getName());
    }
}
