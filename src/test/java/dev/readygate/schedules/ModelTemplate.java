package dev.readygate.schedules;

/** What somebody declares, and how its pods will be. */
record ModelTemplate(String name, ModelHealth health) {
    enum ModelHealth {
        Good,
        Sick,
        /** Its pods come up, and never answer. */
        Silent,
        /** Good until it takes all traffic. */
        TurnsBad
    }

    /** As Kubernetes does it: the same for the same template. */
    String hash() {
        return "h" + name;
    }
}
