{{/* Everything the operator reads from its environment; the names are those of its configuration properties. */}}
{{- define "readygate.env" -}}
- name: READYGATE_NAMESPACE
  valueFrom: {fieldRef: {fieldPath: metadata.namespace}}
- name: READYGATE_IDENTITY
  valueFrom: {fieldRef: {fieldPath: metadata.name}}
- {name: READYGATE_OPERATOR_USER, value: {{ include "readygate.user" . | quote }}}
- {name: READYGATE_WATCH_NAMESPACES, value: {{ join "," .Values.watchNamespaces | quote }}}
- {name: READYGATE_LEADER_ELECTION_ENABLED, value: {{ .Values.leaderElection.enabled | quote }}}
- {name: READYGATE_PROBES_ALLOW_LOOPBACK, value: {{ .Values.probes.allowLoopback | quote }}}
- {name: READYGATE_LOG_JSON, value: {{ eq .Values.logging.format "json" | quote }}}
- {name: QUARKUS_LOG_LEVEL, value: {{ .Values.logging.level | quote }}}
{{- with .Values.jvmOptions }}
- {name: JDK_JAVA_OPTIONS, value: {{ . | quote }}}
{{- end }}
{{- with .Values.env }}
{{ toYaml . }}
{{- end }}
{{- end }}
