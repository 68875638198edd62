package controlplane

import (
	"fmt"
	"os"
	"path/filepath"

	"readygate.dev/devcluster/internal/supervise"
)

// Options change what the API server serves.
type Options struct {
	FeatureGates            string
	RuntimeConfig           string
	DisableAdmissionPlugins string
	Audit                   bool
}

func (s *starting) etcd() supervise.Command {
	return s.command("etcd",
		"--data-dir="+filepath.Join(s.data, "etcd"),
		"--listen-client-urls="+s.ports.etcdURL(), "--advertise-client-urls="+s.ports.etcdURL(),
		"--listen-peer-urls="+s.ports.peerURL(), "--initial-advertise-peer-urls="+s.ports.peerURL(),
		"--initial-cluster=default="+s.ports.peerURL(),
		"--unsafe-no-fsync", "--log-level=warn", "--quota-backend-bytes=4294967296")
}

func (s *starting) apiserver() supervise.Command {
	args := []string{
		"--etcd-servers=" + s.ports.etcdURL(),
		"--bind-address=127.0.0.1", fmt.Sprintf("--secure-port=%d", s.ports.apiserver),
		"--tls-cert-file=" + s.credentials.file("apiserver.crt"), "--tls-private-key-file=" + s.credentials.file("apiserver.key"),
		"--token-auth-file=" + s.credentials.file("tokens.csv"), "--authorization-mode=RBAC",
		"--service-account-key-file=" + s.credentials.file("sa.pub"),
		"--service-account-signing-key-file=" + s.credentials.file("sa.key"),
		"--service-account-issuer=https://kubernetes.default.svc",
		"--service-cluster-ip-range=" + s.plane.services.String(), "--allow-privileged=true",
		// Endpoints refuse loopback addresses; nothing connects to this one.
		"--advertise-address=192.0.2.1", "--endpoint-reconciler-type=none",
		"--shutdown-delay-duration=0s", "--profiling=false",
		// Simulated nodes are never tainted as not ready.
		"--disable-admission-plugins=" + joined("TaintNodesByCondition", s.options.DisableAdmissionPlugins),
	}
	args = append(args, optional("--feature-gates=", s.options.FeatureGates)...)
	args = append(args, optional("--runtime-config=", s.options.RuntimeConfig)...)
	if s.options.Audit {
		args = append(args, "--audit-policy-file="+s.auditPolicy(), "--audit-log-path="+AuditLog(s.data),
			"--audit-log-maxsize=10000") // never put away: it is read while it grows
	}
	return s.command("kube-apiserver", args...)
}

func (s *starting) controllerManager() supervise.Command {
	return s.command("kube-controller-manager",
		"--kubeconfig="+s.kubeconfigOf("system:kube-controller-manager"),
		"--service-account-private-key-file="+s.credentials.file("sa.key"), "--root-ca-file="+s.credentials.file("ca.crt"),
		"--use-service-account-credentials", "--leader-elect=false", "--secure-port=0",
		// The simulated nodes send no heartbeat: a stalled machine must not make pods unready.
		"--controllers=*,-node-lifecycle-controller",
		"--kube-api-qps=2000", "--kube-api-burst=4000",
		"--concurrent-deployment-syncs=10", "--concurrent-replicaset-syncs=10", "--concurrent-gc-syncs=40")
}

func (s *starting) scheduler() supervise.Command {
	return s.command("kube-scheduler", "--config="+s.schedulerConfig(), "--secure-port=0")
}

func (s *starting) command(name string, args ...string) supervise.Command {
	return supervise.Command{
		Name: name, Path: filepath.Join(s.bin, name), Args: args, Log: filepath.Join(s.data, "logs", name+".log"),
	}
}

func (s *starting) kubeconfigOf(user string) string {
	file := s.credentials.file(filepath.Base(user) + ".kubeconfig")
	s.keep(s.credentials.writeKubeconfig(file, s.ports.server(), user))
	return file
}

func (s *starting) schedulerConfig() string {
	return s.configFile("scheduler.yaml", fmt.Sprintf(`apiVersion: kubescheduler.config.k8s.io/v1
kind: KubeSchedulerConfiguration
leaderElection: {leaderElect: false}
clientConnection: {kubeconfig: %q, qps: 2000, burst: 4000}
`, s.kubeconfigOf("system:kube-scheduler")))
}

func (s *starting) auditPolicy() string {
	return s.configFile("audit.yaml", `apiVersion: audit.k8s.io/v1
kind: Policy
omitStages: [RequestReceived]
rules:
- {level: None, nonResourceURLs: ["*"]}
- level: RequestResponse # tells from the versions which writes changed nothing
  omitManagedFields: true
  verbs: [update, patch]
  resources: [{group: apps, resources: [deployments]}]
- {level: Metadata, verbs: [create, update, patch, delete, deletecollection]}
- {level: None}
`)
}

// AuditLog is where writes are recorded, one JSON object per line, when the option is on.
func AuditLog(data string) string { return filepath.Join(data, "logs", "audit.log") }

func (s *starting) configFile(name, text string) string {
	file := s.credentials.file(name)
	s.keep(os.WriteFile(file, []byte(text), 0o600))
	return file
}

func optional(flag, value string) []string {
	if value == "" {
		return nil
	}
	return []string{flag + value}
}

func joined(first, rest string) string {
	if rest == "" {
		return first
	}
	return first + "," + rest
}
