package dev.readygate.api.v1alpha1;

public enum ProbeTarget {
    /** The pods of the revision being verified; of the running one when none is. */
    NewPods,
    AllPods,
    Service,
    Url;

    static ProbeTarget orUsual(ProbeTarget given, String url) {
        return given != null ? given : url != null ? Url : NewPods;
    }
}
