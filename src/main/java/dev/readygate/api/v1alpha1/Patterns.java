package dev.readygate.api.v1alpha1;

/** Patterns of texts. They use only syntax that Java and RE2, which the API server uses, read alike. */
final class Patterns {
    static final String NAME = "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$";

    /** A check's name, or standard/name where an earlier standard has a check of that name. */
    static final String CHECK = "^([a-z0-9]([-a-z0-9.]*[a-z0-9])?/)?[a-z0-9]([-a-z0-9]*[a-z0-9])?$";

    static final String OBJECT_NAME = "^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$";
    static final String PARAMETER = "^[a-zA-Z][a-zA-Z0-9]*$";
    static final String HEADER = "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$";
    static final String SECRET_KEY = "^[-._a-zA-Z0-9]+$";
    static final String LABEL_KEY = "^([a-z0-9]([-a-z0-9.]*[a-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$";
    static final String LABEL_VALUE = "^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$";
    static final String TIME_OF_DAY = "^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$";
    static final String ZONE = "^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$";
    static final String HTTP_URL = "^https?://[^\\s]+$";
    static final String TCP_URL = "^tcp://[^\\s/]+:[0-9]{1,5}$";
    static final String GRPC_URL = "^grpc://[^\\s/]+:[0-9]{1,5}$";
    static final String PATH = "^/[^\\s]*$";
    static final String STATUS = "^[1-5][0-9]{2}(-[1-5][0-9]{2})?(, ?[1-5][0-9]{2}(-[1-5][0-9]{2})?)*$";
    static final String ONE_LINE = "^[^\\r\\n]*$";
    /** Prometheus 3 takes any name; quotes, braces and breaks would end the query it stands in. */
    static final String METRIC = "^[^\"\\\\{}\\n]+$";

    static final String LABEL = "^[A-Za-z0-9./_-]+(=[A-Za-z0-9._-]*)?$";
    static final String DATA_TEMPLATE = "^[^{}]*([{][A-Za-z_][A-Za-z0-9_.]*[}][^{}]*)+$";
    static final String RATCHET = "^-?[A-Za-z_][A-Za-z0-9_.]*$";
    static final String FIELD = "^[a-z][A-Za-z]*([.][a-z][A-Za-z]*)*$";
    static final String IMAGE = "^[^\\s]+$";
    static final String PORT = "^[a-z0-9-]*[a-z][a-z0-9-]*$";
    static final String COMMIT = "^[0-9a-f]{7,64}$";

    private Patterns() {}
}
