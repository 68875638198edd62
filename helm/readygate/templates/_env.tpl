{{/* Everything the operator reads from its environment; the names are those of its configuration properties. */}}
{{- define "readygate.env" -}}
- name: READYGATE_POD_NAMESPACE
  valueFrom: {fieldRef: {fieldPath: metadata.namespace}}
- name: READYGATE_POD_NAME
  valueFrom: {fieldRef: {fieldPath: metadata.name}}
- {name: READYGATE_POD_SERVICE, value: {{ include "readygate.fullname" . | quote }}}
- {name: READYGATE_POD_REPLICAS, value: {{ include "readygate.replicas" . | quote }}}
- {name: READYGATE_USER, value: {{ include "readygate.user" . | quote }}}
- {name: READYGATE_WATCH_NAMESPACES, value: {{ join "," .Values.watchNamespaces | quote }}}
- {name: READYGATE_EXCLUDE_NAMESPACES, value: {{ join "," .Values.excludeNamespaces | quote }}}
- {name: READYGATE_ADMISSION_PLACES, value: {{ ternary .Values.admission.places 0 (ne (include "readygate.admissionPlaces" .) "") | quote }}}
- {name: READYGATE_LEADER_ELECTION, value: {{ .Values.leaderElection.enabled | quote }}}
- {name: READYGATE_PROBES_ALLOW_LOOPBACK, value: {{ .Values.probes.allowLoopback | quote }}}
- {name: READYGATE_PROBES_ALLOWED_NETWORKS, value: {{ join "," .Values.probes.allowedNetworks | quote }}}
- {name: READYGATE_PROBES_DENIED_NETWORKS, value: {{ join "," .Values.probes.deniedNetworks | quote }}}
- {name: READYGATE_PROBES_SAMPLES_PER_SECOND, value: {{ .Values.probes.samplesPerSecond | quote }}}
- {name: READYGATE_PROBES_URLS, value: {{ .Values.probes.urls | quote }}}
- {name: READYGATE_PROBES_ALLOWED_HOSTS, value: {{ join "," .Values.probes.allowedHosts | quote }}}
- {name: READYGATE_CHECKS_SECRETS, value: {{ .Values.checks.secrets | quote }}}
- {name: READYGATE_CHECKS_JOBS, value: {{ .Values.checks.jobs | quote }}}
- {name: READYGATE_CHECKS_JOB_LOGS, value: {{ .Values.checks.jobLogs | quote }}}
- {name: READYGATE_CHECKS_VERIFIED_NAMESPACES, value: {{ join "," .Values.checks.verifiedNamespaces | quote }}}
- {name: READYGATE_RETENTION_ENABLED, value: {{ .Values.retention.enabled | quote }}}
- {name: READYGATE_RETENTION_NEWEST, value: {{ .Values.retention.newest | quote }}}
- {name: READYGATE_RETENTION_KEEP_FOR, value: {{ .Values.retention.keepFor | quote }}}
- {name: READYGATE_PROMETHEUS_ADDRESS, value: {{ .Values.prometheus.address | quote }}}
- name: READYGATE_PROMETHEUS_NAMESPACES
  value: {{ include "readygate.lines" (list .Values.prometheus.namespaces "=") | quote }}
- name: READYGATE_PROMETHEUS_HEADERS
  value: {{ include "readygate.lines" (list .Values.prometheus.headers ": ") | quote }}
- {name: READYGATE_PROMETHEUS_CREDENTIALS, value: {{ ternary "/etc/readygate/prometheus" "" (ne .Values.prometheus.credentialsSecret "") | quote }}}
- {name: QUARKUS_LOG_CONSOLE_JSON_ENABLED, value: {{ eq .Values.logging.format "json" | quote }}}
- {name: QUARKUS_LOG_LEVEL, value: {{ .Values.logging.level | quote }}}
{{- with .Values.jvmOptions }}
- {name: JDK_JAVA_OPTIONS, value: {{ . | quote }}}
{{- end }}
{{- with .Values.env }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{/* A map as lines: (list MAP SEPARATOR) */}}
{{- define "readygate.lines" -}}
{{- $separator := index . 1 }}
{{- range $name, $value := index . 0 }}{{ printf "%s%s%s\n" $name $separator $value }}{{ end }}
{{- end }}
