{{/*
What readygate-hold and readygate-warn must agree on, so it is written once. CEL of Kubernetes 1.30, and total: every
read of something that may be absent goes through an optional, so no object and no book can make it fail.
*/}}
{{- define "readygate.heldVariables" -}}
# uid | gates | verified | held, see docs/admission.md. A book without the Deployment gives [""].
- name: entry
  expression: "params.?spec.?deployments[?oldObject.metadata.name].orValue('').split('|')"
# The UID, because a Deployment deleted and made again under the same name is somebody new. Read from the old object:
# a PUT may leave it out of the new one.
- name: held
  expression: "size(variables.entry) > 3 && variables.entry[0] == oldObject.metadata.uid ? variables.entry[3] : ''"
- name: before
  expression: "dyn(oldObject.spec.template)"
- name: after
  expression: "dyn(object.spec.template)"
- name: annotationsBefore
  expression: "variables.before.?metadata.?annotations.orValue({})"
- name: annotationsAfter
  expression: "variables.after.?metadata.?annotations.orValue({})"
# The same release? Everything of the template counts, a changed config checksum too; only the stamp that
# `kubectl rollout restart` leaves does not, or restarting a rejected release would be a way to start it.
- name: sameRelease
  expression: >-
    variables.before.spec == variables.after.spec
    && variables.before.?metadata.?labels.orValue({}) == variables.after.?metadata.?labels.orValue({})
    && variables.annotationsBefore.all(k, k == 'kubectl.kubernetes.io/restartedAt'
      || variables.annotationsAfter[?k] == optional.of(variables.annotationsBefore[k]))
    && variables.annotationsAfter.all(k, k == 'kubectl.kubernetes.io/restartedAt' || k in variables.annotationsBefore)
{{- end }}

{{/* What follows a binding's policyName where the installation watches only some namespaces. */}}
{{- define "readygate.matchResources" -}}
{{- with .Values.watchNamespaces }}
matchResources:
  namespaceSelector:
    matchExpressions:
    - {key: kubernetes.io/metadata.name, operator: In, values: {{ toJson . }}}
{{- end }}
{{- end }}
