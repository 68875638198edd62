package dev.readygate.api.v1alpha1;

import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;

@Group("readygate.dev")
@Version("v1alpha1")
public class GateBook extends CustomResource<GateBookSpec, Void> implements Namespaced {}
