package dev.readygate.api.v1alpha1;

public enum HttpMethod {
    GET,
    HEAD
}
