package dev.readygate.api.v1alpha1;

public enum EvidenceScope {
    Any,
    Revision,
    Image,
    Commit,
    Deployment
}
