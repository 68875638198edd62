package dev.readygate.api.v1alpha1;

import java.util.Map;

/** The messages of the API server for patterns: users understand a sentence faster than a regular expression. */
final class Sentences {
    private static final String NAME = "use lower-case letters, digits and -, with a letter or digit at both ends";

    private static final Map<String, String> BY_PATTERN = Map.ofEntries(
            Map.entry(Patterns.NAME, NAME),
            Map.entry(Patterns.OBJECT_NAME, "use lower-case letters, digits, - and ., as in the name of an object"),
            Map.entry(Patterns.CHECK, "write the name of a check as the report has it: CHECK or STANDARD/CHECK"),
            Map.entry(Patterns.PARAMETER, "use letters and digits, starting with a letter"),
            Map.entry(Patterns.HTTP_URL, "write an address that starts with http:// or https://"),
            Map.entry(Patterns.TCP_URL, "write tcp://host:port"),
            Map.entry(Patterns.GRPC_URL, "write grpc://host:port"),
            Map.entry(Patterns.PATH, "start the path with / and encode spaces"),
            Map.entry(Patterns.STATUS, "write status codes and ranges, for example 200-299,304"),
            Map.entry(Patterns.HEADER, "write the name of a header, without spaces or colon"),
            Map.entry(Patterns.ONE_LINE, "write it in one line"),
            Map.entry(Patterns.SECRET_KEY, "use letters, digits, -, _ and ., as in a Secret's key"),
            Map.entry(Patterns.LABEL_KEY, "write a label key, for example app.kubernetes.io/name"),
            Map.entry(Patterns.LABEL_VALUE, "write a label value: letters, digits, -, _ and ., at most 63"),
            Map.entry(Patterns.LABEL, "write a label as key or key=value"),
            Map.entry(Patterns.METRIC, "write the name of a Prometheus metric, without labels"),
            Map.entry(Patterns.RATCHET, "write a field of data such as coverage, or -p95 where less is better"),
            Map.entry(Patterns.DATA_TEMPLATE, "write at least one field of data in braces, such as {rps} requests/s"),
            Map.entry(Patterns.FIELD, "write the path of a field of the check, for example slo.minBudget"),
            Map.entry(Patterns.TIME_OF_DAY, "write a time of day as HH:MM, from 00:00 to 24:00"),
            Map.entry(Patterns.ZONE, "write the IANA name of a time zone, for example Europe/Berlin"),
            Map.entry(Patterns.IMAGE, "write an image without spaces"),
            Map.entry(Patterns.COMMIT, "write the commit's hash: 7 to 64 digits and letters a-f"));

    private Sentences() {}

    static String about(String pattern) {
        var sentence = BY_PATTERN.get(pattern);
        if (sentence == null) {
            throw new IllegalStateException("no sentence explains the pattern " + pattern);
        }
        return sentence;
    }
}
