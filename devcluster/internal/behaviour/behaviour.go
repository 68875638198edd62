package behaviour

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	v1 "k8s.io/api/core/v1"
)

// Prefix of the annotations. The environment variables are named SIM_ and the rest in upper case.
const Prefix = "sim.readygate.dev/"

const environmentPrefix = "SIM_"

// Behaviour is what the program of a pod does.
type Behaviour struct {
	Routes      Routes
	Health      map[string]string // gRPC, by service; "" is the server as a whole
	Traffic     Traffic
	Start       time.Duration
	NeverReady  bool
	Crash       *Crash
	Termination time.Duration
	ImageDigest string

	written map[string]string
}

// Crash is when and how the program ends.
type Crash struct {
	After   time.Duration
	Exit    int32
	Reason  string
	Times   int32 // 0: again and again
	Backoff time.Duration
}

// Traffic is synthetic: it only moves the counters.
type Traffic struct {
	PerSecond  float64
	ErrorShare float64
	Latency    time.Duration
	P99        time.Duration
	Always     bool // also while the pod is not Ready
}

// settings lists what can be written, and how it is read.
var settings = map[string]func(*Behaviour, string) error{
	"http":         readHTTP,
	"grpc":         readGRPC,
	"traffic":      readTraffic,
	"start":        readStart,
	"ready":        readReady,
	"crash":        readCrash,
	"termination":  readTermination,
	"image-digest": readImageDigest,
}

// Of reads a pod's behaviour. An annotation wins over the first container's environment.
func Of(pod *v1.Pod) (*Behaviour, error) {
	b := &Behaviour{Health: map[string]string{"": "SERVING"}, written: written(pod)}
	for _, name := range slices.Sorted(maps.Keys(b.written)) {
		read, known := settings[name]
		if !known {
			names := strings.Join(slices.Sorted(maps.Keys(settings)), ", ")
			return b, fmt.Errorf("%s%s is unknown; there are %s", Prefix, name, names)
		}
		if err := read(b, strings.TrimSpace(b.written[name])); err != nil {
			return b, fmt.Errorf("%s%s: %w", Prefix, name, err)
		}
	}
	return b, nil
}

// StillOf tells whether the pod says what this behaviour was read from.
func (b *Behaviour) StillOf(pod *v1.Pod) bool { return maps.Equal(b.written, written(pod)) }

func written(pod *v1.Pod) map[string]string {
	found := map[string]string{}
	if len(pod.Spec.Containers) > 0 {
		for _, variable := range pod.Spec.Containers[0].Env {
			if name, ours := strings.CutPrefix(variable.Name, environmentPrefix); ours {
				found[strings.ToLower(strings.ReplaceAll(name, "_", "-"))] = variable.Value
			}
		}
	}
	for key, value := range pod.Annotations {
		if name, ours := strings.CutPrefix(key, Prefix); ours {
			found[name] = value
		}
	}
	return found
}
