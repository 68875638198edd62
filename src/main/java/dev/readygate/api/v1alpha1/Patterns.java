package dev.readygate.api.v1alpha1;

/** Patterns that more than one field shares. They stay within what RE2 and Java read alike. */
final class Patterns {
    static final String NAME = "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$";
    static final String OBJECT_NAME = "^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$";
    static final String PARAMETER = "^[a-zA-Z][a-zA-Z0-9]*$";
    static final String HTTP_URL = "^https?://[^\\s]+$";
    static final String HEADER = "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$";
    static final String SECRET_KEY = "^[-._a-zA-Z0-9]+$";
    static final String LABEL_KEY = "^([a-z0-9]([-a-z0-9.]*[a-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$";
    static final String LABEL_VALUE = "^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$";
    static final String TIME_OF_DAY = "^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$";
    static final String ZONE = "^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$";
    static final String COMMIT = "^[0-9a-f]{7,64}$";

    private Patterns() {}
}
