{{/*
What readygate-hold, readygate-start and readygate-warn must agree on, so it is written once. CEL of Kubernetes 1.30, and total: every
read of something that may be absent goes through an optional, so no object and no book can make it fail.
*/}}
{{- define "readygate.heldVariables" -}}
# uid | gates | verified | held, see docs/explain/admission.md. A book without the Deployment gives [""].
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

{{/*
What readygate-hold and readygate-start must agree on besides. Each reads only what the other never changes: the book, the
old object, the template and what was declared. So whichever comes first, they never undo each other.
*/}}
{{- define "readygate.startVariables" -}}
# What a change is called while it has no ReplicaSet to be named after. A new template always counts the generation up.
- name: mark
  expression: >-
    'generation-' + string(oldObject.metadata.generation + 1) + ' waits at gate Start; its ReadinessReport says for what'
# Whoever says `paused: true` in the new manifest itself wants the pause: it becomes theirs. Only a declaration counts
# (server-side apply's field ownership, or what client-side apply noted), as an edit merely carries our pause along.
- name: lastAppliedBefore
  expression: "oldObject.metadata.?annotations[?'kubectl.kubernetes.io/last-applied-configuration'].orValue('')"
- name: lastApplied
  expression: "object.metadata.?annotations[?'kubectl.kubernetes.io/last-applied-configuration'].orValue('')"
# Our own mark says that the pause on the object is already ours: a policy may be asked again after it has answered.
- name: pauseDeclared
  expression: >-
    object.spec.?paused.orValue(false) && object.metadata.?annotations[?'readygate.dev/held'].orValue('') != variables.mark
    && (dyn(object.metadata.?managedFields.orValue([])).exists(m, m.?operation.orValue('') == 'Apply'
        && m.?manager.orValue('') == dyn(request.?options.orValue({})).?fieldManager.orValue('')
        && m.?fieldsV1[?'f:spec'][?'f:paused'].hasValue())
      || variables.lastApplied != variables.lastAppliedBefore && variables.lastApplied.contains('"paused":true'))
- name: atStart
  expression: >-
    size(variables.entry) > 3 && variables.entry[0] == oldObject.metadata.uid
    && 'start' in variables.entry[1].split(',')
# An empty template, where the book had no room for it, is equal to none.
- name: baseline
  expression: "dyn(params.?spec.?baselines[?oldObject.metadata.name].orValue({}))"
- name: isBaseline
  expression: >-
    variables.baseline.?spec == optional.of(variables.after.spec)
    && variables.baseline.?metadata.?labels.orValue({}) == variables.after.?metadata.?labels.orValue({})
    && variables.baseline.?metadata.?annotations.orValue({}).all(k,
      variables.annotationsAfter[?k] == optional.of(variables.baseline.metadata.annotations[k]))
    && variables.annotationsAfter.all(k, k == 'kubectl.kubernetes.io/restartedAt'
      || k in variables.baseline.?metadata.?annotations.orValue({}))
# Whether a template that comes now has to wait before its pods start.
- name: waitsAtStart
  expression: "variables.atStart && !variables.isBaseline && !variables.pauseDeclared"
{{- end }}

{{/*
The book of the namespace. There is at most one, as only the operator makes any. Chosen by a selector that takes all: of a
name that is not in the API server's cache Kubernetes 1.37 asks by a request of its own, for each policy and with each change,
so every namespace without a book would pay. No book, no gate, and nothing is evaluated.
*/}}
{{- define "readygate.book" -}}
paramRef: {selector: {}, parameterNotFoundAction: Allow}
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
