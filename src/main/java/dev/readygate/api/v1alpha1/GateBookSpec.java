package dev.readygate.api.v1alpha1;

import java.util.Map;

public record GateBookSpec(String operator, Map<String, String> deployments) {}
