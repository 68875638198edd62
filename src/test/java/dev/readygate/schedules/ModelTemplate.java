package dev.readygate.schedules;

/** A declared template, and the health of its pods. */
record ModelTemplate(String name, ModelHealth health) {
    enum ModelHealth {
        Good,
        Sick,
        /** Its pods start, and never answer. */
        Silent,
        /** Good until it takes all traffic. */
        TurnsBad
    }

    /** As in Kubernetes: the same for the same template. */
    String hash() {
        return "h" + name;
    }
}
