package behaviour

import (
	"strings"
	"testing"
	"time"

	v1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
)

func podSaying(annotations map[string]string, env ...v1.EnvVar) *v1.Pod {
	prefixed := map[string]string{"unrelated": "x"}
	for name, value := range annotations {
		prefixed[Prefix+name] = value
	}
	return &v1.Pod{
		ObjectMeta: metav1.ObjectMeta{Annotations: prefixed},
		Spec:       v1.PodSpec{Containers: []v1.Container{{Env: env}}},
	}
}

func mustRead(t *testing.T, pod *v1.Pod) *Behaviour {
	t.Helper()
	b, err := Of(pod)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestRouteThatSaysMostAboutThePathAnswers(t *testing.T) {
	b := mustRead(t, podSaying(map[string]string{
		"http": "* 204; /api* 500 ; /api/v1* 429 latency=20ms\n/api/v1/carts 503 latency=1s errors=5% {\"why\":\"a;b\",\"n\":[1]}",
	}))
	for path, want := range map[string]Route{
		"/api/v1/carts":  {"/api/v1/carts", 503, time.Second, 0.05, `{"why":"a;b","n":[1]}`},
		"/api/v1/orders": {"/api/v1*", 429, 20 * time.Millisecond, 0, down},
		"/api/v2":        {"/api*", 500, 0, 0, down},
		"/elsewhere":     {"*", 204, 0, 0, up},
	} {
		if got := b.Routes.For(path); got != want {
			t.Errorf("%s: got %+v, want %+v", path, got, want)
		}
	}
}

func TestPodThatSaysNothingIsUpOnEveryPath(t *testing.T) {
	b := mustRead(t, podSaying(nil))
	if got := b.Routes.For("/any"); got.Status != 200 || got.Body != `{"status":"UP"}` {
		t.Errorf("got %+v", got)
	}
	if b.Health[""] != "SERVING" || b.NeverReady || b.Crash != nil {
		t.Errorf("got %+v", b)
	}
}

func TestAnnotationWinsOverEnvironment(t *testing.T) {
	env := []v1.EnvVar{{Name: "SIM_START", Value: "3s"}, {Name: "SIM_IMAGE_DIGEST", Value: "sha256:1"}, {Name: "OTHER", Value: "y"}}
	b := mustRead(t, podSaying(map[string]string{"start": "7s"}, env...))
	if b.Start != 7*time.Second || b.ImageDigest != "sha256:1" {
		t.Errorf("got start %v, digest %q", b.Start, b.ImageDigest)
	}
}

func TestEverySettingIsRead(t *testing.T) {
	b := mustRead(t, podSaying(map[string]string{
		"grpc":        "NOT_SERVING, cart.Carts=SERVING",
		"traffic":     "rps=12.5 errors=2% latency=30ms p99=1s always",
		"crash":       "after=5s exit=137 reason=OOMKilled times=2 backoff=100ms",
		"ready":       "never",
		"termination": "2s",
	}))
	if b.Health[""] != "NOT_SERVING" || b.Health["cart.Carts"] != "SERVING" {
		t.Errorf("grpc: %v", b.Health)
	}
	if want := (Traffic{12.5, 0.02, 30 * time.Millisecond, time.Second, true}); b.Traffic != want {
		t.Errorf("traffic: got %+v, want %+v", b.Traffic, want)
	}
	if want := (Crash{5 * time.Second, 137, "OOMKilled", 2, 100 * time.Millisecond}); *b.Crash != want {
		t.Errorf("crash: got %+v, want %+v", *b.Crash, want)
	}
	if !b.NeverReady || b.Termination != 2*time.Second {
		t.Errorf("got %+v", b)
	}
}

func TestWhatCannotBeReadIsNamed(t *testing.T) {
	for setting, wrong := range map[string]struct{ text, says string }{
		"http":         {"health 503", "starts with a path or *"},
		"grpc":         {"DOWN", `"DOWN" is none of SERVING`},
		"traffic":      {"errors=5", "errors: \"5\" is not a percentage"},
		"start":        {"7", `"7" is not a duration`},
		"crash":        {"often", `"often" is unknown`},
		"ready":        {"yes", "only never"},
		"image-digest": {"abc", "sha256:"},
		"htpp":         {"/ 200", "is unknown; there are crash, grpc, http"},
	} {
		_, err := Of(podSaying(map[string]string{setting: wrong.text}))
		if err == nil || !strings.Contains(err.Error(), wrong.says) || !strings.Contains(err.Error(), Prefix+setting) {
			t.Errorf("%s: %q: got %v", setting, wrong.text, err)
		}
	}
}

func TestBehaviourIsStillOfThePodUntilItSaysSomethingElse(t *testing.T) {
	b := mustRead(t, podSaying(map[string]string{"start": "1s"}))
	if !b.StillOf(podSaying(map[string]string{"start": "1s"})) {
		t.Error("the same words were taken for a change")
	}
	if b.StillOf(podSaying(nil)) {
		t.Error("a removed annotation was overlooked")
	}
}
