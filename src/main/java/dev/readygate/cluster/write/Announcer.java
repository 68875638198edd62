package dev.readygate.cluster.write;

import dev.readygate.facts.DeploymentRef;
import dev.readygate.gate.Announcement;
import io.fabric8.kubernetes.api.model.MicroTime;
import io.fabric8.kubernetes.api.model.ObjectReferenceBuilder;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.api.model.events.v1.EventBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Creates Events on the Deployment. An Event is named after its transition, so that each is created once. */
public final class Announcer {
    private static final int LONGEST_NAME = 253;
    private static final int LONGEST_NOTE = 1024;

    /** The API server accepts exactly six digits. */
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final KubernetesClient client;
    private final InstantSource clock;
    private final String instance;

    public Announcer(KubernetesClient client, InstantSource clock, String instance) {
        this.client = client;
        this.clock = clock;
        this.instance = instance;
    }

    void announce(DeploymentRef ref, Announcement news) {
        try {
            client.resource(event(ref, news)).create();
        } catch (KubernetesClientException refused) {
            if (refused.getCode() != HttpURLConnection.HTTP_CONFLICT) {
                throw refused;
            }
        }
    }

    private Event event(DeploymentRef ref, Announcement news) {
        var kind = news.kind();
        return new EventBuilder()
                .withNewMetadata()
                .withNamespace(ref.namespace())
                .withName(name(ref, news))
                .endMetadata()
                .withEventTime(new MicroTime(MICROS.format(clock.instant())))
                .withReportingController("readygate.dev/operator")
                .withReportingInstance(instance)
                .withType(kind.isWarning() ? "Warning" : "Normal")
                .withReason(kind.name())
                .withAction(kind.name())
                .withNote(note(news))
                .withRegarding(new ObjectReferenceBuilder()
                        .withApiVersion("apps/v1")
                        .withKind("Deployment")
                        .withNamespace(ref.namespace())
                        .withName(ref.name())
                        .withUid(ref.uid())
                        .build())
                .build();
    }

    /** A Deployment's name may be as long as an Event's. */
    private static String name(DeploymentRef ref, Announcement news) {
        var end = ".%s.%s".formatted(ref.uid().substring(0, 8), news.key());
        int room = LONGEST_NAME - end.length();
        var begin = ref.name().length() <= room
                ? ref.name()
                : ref.name().substring(0, room).replaceAll("[-.]+$", "");
        return begin + end;
    }

    private static String note(Announcement news) {
        var sentence = news.sentence();
        return sentence.length() <= LONGEST_NOTE ? sentence : sentence.substring(0, LONGEST_NOTE - 1) + "…";
    }
}
