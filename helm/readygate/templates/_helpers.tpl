{{/* Names and labels */}}
{{- define "readygate.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 63 | trimSuffix "-" }}
{{- end }}

{{- define "readygate.fullname" -}}
{{- if .Values.fullnameOverride }}{{ .Values.fullnameOverride | trunc 63 | trimSuffix "-" }}
{{- else if contains (include "readygate.name" .) .Release.Name }}{{ .Release.Name | trunc 63 | trimSuffix "-" }}
{{- else }}{{ printf "%s-%s" .Release.Name (include "readygate.name" .) | trunc 63 | trimSuffix "-" }}
{{- end }}
{{- end }}

{{- define "readygate.replicas" -}}
{{ include "readygate.fullname" . | trunc 54 | trimSuffix "-" }}-replicas
{{- end }}

{{- define "readygate.selectorLabels" -}}
app.kubernetes.io/name: {{ include "readygate.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "readygate.labels" -}}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
{{ include "readygate.selectorLabels" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/part-of: readygate
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end }}

{{- define "readygate.image" -}}
{{- if .Values.image.digest }}{{ .Values.image.repository }}@{{ .Values.image.digest }}
{{- else }}{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}
{{- end }}
{{- end }}

{{/* Who the operator is, for the API server: the admission policies let nobody else do its work. */}}
{{- define "readygate.serviceAccountName" -}}
{{- if .Values.serviceAccount.create }}{{ default (include "readygate.fullname" .) .Values.serviceAccount.name }}
{{- else }}{{ required "serviceAccount.name must name an existing ServiceAccount when serviceAccount.create is false" .Values.serviceAccount.name }}
{{- end }}
{{- end }}

{{- define "readygate.user" -}}
system:serviceaccount:{{ .Release.Namespace }}:{{ include "readygate.serviceAccountName" . }}
{{- end }}

{{/* "true" where the cluster serves MutatingAdmissionPolicy v1 (1.36 and later), or where the values say so; else empty.
YAML reads a bare `on` as true, so that counts as well. */}}
{{- define "readygate.mutating" -}}
{{- if not .Values.admission.enabled }}
{{- else if has (toString .Values.admission.mutating) (list "on" "true") }}true
{{- else if and (eq (toString .Values.admission.mutating) "auto") (.Capabilities.APIVersions.Has "admissionregistration.k8s.io/v1/MutatingAdmissionPolicy") }}true
{{- end }}
{{- end }}

{{/* "true" where the operator may make admission policies of its own: not for some namespaces only, as these are the
cluster's. */}}
{{- define "readygate.admissionPlaces" -}}
{{- if and .Values.admission.enabled (not .Values.watchNamespaces) (gt (int .Values.admission.places) 0) }}true{{ end }}
{{- end }}
