package dev.readygate.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
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
}
