package dev.readygate.cli.command;

/** Checks arguments first, because the API server would reject them with a whole paragraph. */
final class TypedNames {
    private TypedNames() {}

    static void check(String what, String name) {
        if (!name.matches("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?")) {
            throw new IllegalArgumentException(
                    "%s %s: use at most 63 lower-case letters, digits and -, with a letter or digit at both ends"
                            .formatted(what, name));
        }
    }

    /** The name of a check as a report has it, which may be standard/name. */
    static void reported(String what, String name) {
        check(what, name.replaceFirst("^[a-z0-9]([-.a-z0-9]{0,251}[a-z0-9])?/", ""));
    }

    /** Returns the name unchanged. */
    static String baseline(String name) {
        if (!name.matches("[A-Za-z0-9]([-_.A-Za-z0-9]{0,61}[A-Za-z0-9])?")) {
            throw new IllegalArgumentException(
                    "BASELINE %s: use at most 63 letters, digits, -, _ and ., with a letter or digit at both ends"
                            .formatted(name));
        }
        return name;
    }

    /** Returns the link unchanged; null if there is none. */
    static String address(String link) {
        if (link != null && !link.matches("https?://\\S+")) {
            throw new IllegalArgumentException("--link %s: write an address that starts with https://".formatted(link));
        }
        return link;
    }
}
