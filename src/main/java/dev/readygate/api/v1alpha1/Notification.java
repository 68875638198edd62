package dev.readygate.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;

@ApiType
@ValidationRule(
        value = "[has(self.slack), has(self.pagerDuty), has(self.webhook)].filter(x, x).size() == 1",
        message = "a notification has exactly one receiver: give one of slack, pagerDuty, webhook")
public record Notification(
        @JsonPropertyDescription("A Slack channel, through an incoming webhook.")
        SlackReceiver slack,

        @JsonPropertyDescription("A PagerDuty service, through its Events API v2.")
        PagerDutyReceiver pagerDuty,

        @JsonPropertyDescription("Any HTTP receiver, as a signed CloudEvent.")
        WebhookReceiver webhook,

        @JsonPropertyDescription("What is told.") @Required @Atomic @Size(min = 1, max = 20)
        List<NotificationEvent> events) {

    public Notification {
        events = Copy.of(events);
    }

    public enum NotificationEvent {
        Held,
        Verified,
        Withdrawn,
        Restored,
        Superseded,
        Released,
        TimedOut,
        RollbackContested,
        ScoreDropped,
        ScoreChanged,
        VerdictChanged,
        WaiverExpired,
        ReviewDue,
        DailySummary
    }

    @ApiType
    public record PagerDutyReceiver(
            @JsonPropertyDescription("The Secret whose key routingKey holds the integration's key.") @Required
            SecretName secretRef) {}

    @ApiType
    public record SlackReceiver(
            @JsonPropertyDescription("The Secret whose key url holds the incoming webhook's address.") @Required
            SecretName secretRef) {}

    @ApiType
    public record WebhookReceiver(
            @JsonPropertyDescription(
                    "Where the event is sent to, http or https. Addresses inside the cluster need the installation's "
                            + "consent.")
            @Required
            @Size(min = 1, max = 2048)
            @Pattern(Patterns.HTTP_URL)
            String url,

            @JsonPropertyDescription(
                    "The Secret whose key signingKey signs every event (HMAC-SHA256). With a key previousSigningKey "
                            + "beside it, both sign, so that the receiver can change over.")
            SecretName secretRef) {}
}
