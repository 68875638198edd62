{{/*
What the operator may do with the objects of a namespace. Read with care: no wildcard, Secrets one by one and by name
only, nothing that could be turned into more (impersonate, escalate, bind), and spec.replicas of a Deployment is never
scaled.
*/}}
{{- define "readygate.namespaceRules" -}}
# Pauses a Deployment whose release is withdrawn, and lets go of it, also of one that waits at gate Start.
- apiGroups: [apps]
  resources: [deployments]
  verbs: [get, list, watch, patch]
# Takes a rejected revision's pods away: its ReplicaSet is scaled to nothing, then deleted.
- apiGroups: [apps]
  resources: [replicasets]
  verbs: [get, list, watch, patch, delete]
# Opens the gate: a condition of the pod.
- apiGroups: [""]
  resources: [pods]
  verbs: [get, list, watch]
- apiGroups: [""]
  resources: [pods/status]
  verbs: [patch]
{{- if include "readygate.mutating" . }}
# The self-test asks by a dry-run whether pods get their gate; the policy readygate-self-test refuses anything else.
- apiGroups: [""]
  resources: [pods]
  verbs: [create]
{{- end }}
{{- if include "readygate.admissionPlaces" . }}
# Likewise, whether a Deployment that breaks a rule of gate Admit is denied; the policy readygate-self-test refuses
# anything else.
- apiGroups: [apps]
  resources: [deployments]
  verbs: [create]
{{- end }}
{{- if .Values.checks.secrets }}
# Header values and certificate authorities of checks. Never list or watch: what no check names is never seen.
- apiGroups: [""]
  resources: [secrets]
  verbs: [get]
{{- end }}
{{- if .Values.checks.jobs }}
# Checks that run a Job; those of earlier runs are deleted.
- apiGroups: [batch]
  resources: [jobs]
  verbs: [get, list, create, delete]
{{- if .Values.checks.jobLogs }}
# The last lines of a Job that failed.
- apiGroups: [""]
  resources: [pods/log]
  verbs: [get]
{{- end }}
{{- end }}
# What stands around a Deployment, looked at while a policy has checks of the Service or of manifests.
- apiGroups: [""]
  resources: [services, serviceaccounts]
  verbs: [get, list, watch]
- apiGroups: [policy]
  resources: [poddisruptionbudgets]
  verbs: [get, list, watch]
- apiGroups: [autoscaling]
  resources: [horizontalpodautoscalers]
  verbs: [get, list, watch]
- apiGroups: [networking.k8s.io]
  resources: [networkpolicies]
  verbs: [get, list, watch]
# Whether another tool rolls a Deployment out, so that it is only scored.
- apiGroups: [argoproj.io, rollouts.kruise.io]
  resources: [rollouts]
  verbs: [get, list, watch]
- apiGroups: [flagger.app]
  resources: [canaries]
  verbs: [get, list, watch]
- apiGroups: [events.k8s.io]
  resources: [events]
  verbs: [create, patch]
- apiGroups: [readygate.dev]
  resources: [readinesspolicies, readinessevidences, readinesswaivers]
  verbs: [get, list, watch]
{{- if .Values.retention.enabled }}
# Those that nobody needs any more.
- apiGroups: [readygate.dev]
  resources: [readinessevidences, readinesswaivers]
  verbs: [delete]
{{- end }}
- apiGroups: [readygate.dev]
  resources: [readinesspolicies/status]
  verbs: [update, patch]
- apiGroups: [readygate.dev]
  resources: [gatebooks, readinessreports]
  verbs: [get, list, watch, create, update, patch, delete]
- apiGroups: [readygate.dev]
  resources: [readinessreports/status]
  verbs: [update, patch]
{{- end }}

{{/* What it may do with cluster-scoped objects, where it watches all namespaces. */}}
{{- define "readygate.clusterRules" -}}
- apiGroups: [""]
  resources: [namespaces]
  verbs: [get, list, watch]
- apiGroups: [readygate.dev]
  resources: [clusterreadinesspolicies, readinessstandards]
  verbs: [get, list, watch]
- apiGroups: [readygate.dev]
  resources: [clusterreadinesspolicies/status]
  verbs: [update, patch]
# Whether its own policies are there, to say what is enforced.
- apiGroups: [admissionregistration.k8s.io]
  resources:
  - mutatingadmissionpolicies
  - mutatingadmissionpolicybindings
  - validatingadmissionpolicies
  - validatingadmissionpolicybindings
  resourceNames:
  - readygate-serve
  - readygate-start
  - readygate-hold
  - readygate-warn
  - readygate-records
  - readygate-refuse
  - readygate-applier
  - readygate-decisions
  - readygate-decider
  - readygate-stamps
  - readygate-namespaces
  - readygate-author
  - readygate-expiry
  - readygate-self-test
  - readygate-traceless
  - readygate-admit
  - readygate-admit-warn
  verbs: [get]
{{- if include "readygate.admissionPlaces" . }}
# The policies it makes of manifest checks at gate Admit. By name, one by one: another's policy is out of its reach, as
# only server-side apply can create, and that names what it creates.
- apiGroups: [admissionregistration.k8s.io]
  resources: [validatingadmissionpolicies, validatingadmissionpolicybindings]
  resourceNames:
  {{- range untilStep 1 (int (add 1 .Values.admission.places)) 1 }}
  - {{ printf "readygate-admit-%03d" . }}
  {{- end }}
  verbs: [create, patch, delete]
- apiGroups: [admissionregistration.k8s.io]
  resources: [validatingadmissionpolicies, validatingadmissionpolicybindings]
  verbs: [list, watch]
{{- end }}
{{- end }}
