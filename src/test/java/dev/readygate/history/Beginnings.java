package dev.readygate.history;

import dev.readygate.api.v1alpha1.GateStatus.GateState;

/** Common beginnings of stories. */
final class Beginnings {
    private Beginnings() {}

    /** v1 was verified an hour ago. */
    static HistoryStory running() {
        return new HistoryStory()
                .declares("v1")
                .isFirst("v1")
                .later("PT1M")
                .promotes("v1")
                .later("PT1H");
    }

    /** v2 takes all traffic. */
    static HistoryStory soaking() {
        return running()
                .declares("v2")
                .later("PT1S")
                .serves("v2", GateState.Held)
                .later("PT3M")
                .takesTraffic("v2")
                .later("PT3M")
                .soaks("v2", GateState.Held)
                .later("PT12M");
    }
}
