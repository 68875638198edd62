package dev.readygate.api.v1alpha1;

/** A kind of question: the type of a component of {@link CheckSpec}. */
public interface CheckKind {}
