package dev.readygate.api.v1alpha1;

/** In order of strictness: of several policies on one Deployment the last one of these counts. */
public enum OnTimeout {
    Proceed,
    KeepWaiting,
    Withdraw
}
