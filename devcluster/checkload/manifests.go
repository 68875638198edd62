package main

import (
	"fmt"
	"os"
	"path/filepath"
)

const namespaces = 50

// A Deployment that keeps most rules, and the Service, PodDisruptionBudget and HorizontalPodAutoscaler of its pods.
const manifest = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: %[1]s
  namespace: %[2]s
  labels: {app: %[1]s, tier: web}
spec:
  selector: {matchLabels: {app: %[1]s}}
  template:
    metadata:
      labels: {app: %[1]s, tier: web}
    spec:
      automountServiceAccountToken: false
      securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
      topologySpreadConstraints:
      - {topologyKey: kubernetes.io/hostname, maxSkew: 1, whenUnsatisfiable: ScheduleAnyway, labelSelector: {matchLabels: {app: %[1]s}}}
      containers:
      - name: app
        image: registry.example/%[1]s:1.4
        ports: [{name: http, containerPort: 8080}]
        env:
        - {name: LOG_LEVEL, value: info}
        - {name: DB_HOST, value: db.%[2]s.svc}
        resources: {requests: {cpu: 100m, memory: 128Mi}, limits: {memory: 128Mi}}
        readinessProbe: {httpGet: {path: /ready, port: http}}
        livenessProbe: {httpGet: {path: /live, port: http}, failureThreshold: 6}
        securityContext: {allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: {drop: [ALL]}}
---
apiVersion: v1
kind: Service
metadata: {name: %[1]s, namespace: %[2]s}
spec: {selector: {app: %[1]s}, ports: [{port: 80, targetPort: http}]}
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: %[1]s, namespace: %[2]s}
spec: {maxUnavailable: 1, selector: {matchLabels: {app: %[1]s}}}
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: %[1]s, namespace: %[2]s}
spec:
  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: %[1]s}
  minReplicas: 2
  maxReplicas: 6
  metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 70}}}]
`

// withManifests writes as many Deployments as count says into a folder, with what stands around them: a file for each,
// in a folder for each namespace. The folder is there for as long as use runs.
func withManifests(count int, use func(folder string) error) error {
	folder, err := os.MkdirTemp("", "checkload")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	for i := range count {
		namespace := fmt.Sprintf("shop-%02d", i%namespaces)
		app := fmt.Sprintf("app-%05d", i)
		if err := write(filepath.Join(folder, namespace), app, fmt.Sprintf(manifest, app, namespace)); err != nil {
			return err
		}
	}
	return use(folder)
}

func write(folder, app, text string) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(folder, app+".yaml"), []byte(text), 0o644)
}
