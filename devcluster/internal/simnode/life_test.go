package simnode

import (
	"testing"
	"time"

	v1 "k8s.io/api/core/v1"

	"readygate.dev/devcluster/internal/behaviour"
)

var birth = time.Unix(1000, 0)

func at(seconds int) time.Time { return birth.Add(time.Duration(seconds) * time.Second) }

func TestProgramIsUpOnceItHasStarted(t *testing.T) {
	l, b := life{began: birth}, &behaviour.Behaviour{Start: 10 * time.Second}
	if next := l.advance(at(3), b, v1.RestartPolicyAlways); !next.Equal(at(10)) || l.up(at(3), b) {
		t.Errorf("at 3 s: next %v, up %v", next, l.up(at(3), b))
	}
	if next := l.advance(at(10), b, v1.RestartPolicyAlways); !next.IsZero() || !l.up(at(10), b) {
		t.Errorf("at 10 s: next %v, up %v", next, l.up(at(10), b))
	}
}

func TestCrashingProgramIsRestartedEverLater(t *testing.T) {
	l := life{began: birth}
	b := &behaviour.Behaviour{Crash: &behaviour.Crash{After: 5 * time.Second, Exit: 137, Reason: "OOMKilled", Backoff: time.Second}}
	steps := []struct {
		at, next int
		running  bool
		restarts int32
	}{
		{0, 5, true, 0}, {5, 6, false, 0}, {6, 11, true, 1}, {11, 13, false, 1}, {12, 13, false, 1}, {13, 18, true, 2}, {18, 22, false, 2},
	}
	for _, step := range steps {
		next := l.advance(at(step.at), b, v1.RestartPolicyAlways)
		if !next.Equal(at(step.next)) || l.running() != step.running || l.restarts != step.restarts {
			t.Fatalf("at %d s: next %v, running %v, %d restarts", step.at, next.Sub(birth), l.running(), l.restarts)
		}
	}
	if l.ended.ExitCode != 137 || l.ended.Reason != "OOMKilled" {
		t.Errorf("got %+v", l.ended)
	}
}

func TestCrashThatIsTakenBackIsTheLast(t *testing.T) {
	l, crashing := life{began: birth}, &behaviour.Behaviour{Crash: &behaviour.Crash{Backoff: time.Second}}
	l.advance(at(0), crashing, v1.RestartPolicyAlways)
	calm := &behaviour.Behaviour{}
	l.advance(at(1), calm, v1.RestartPolicyAlways)
	if next := l.advance(at(500), calm, v1.RestartPolicyAlways); !next.IsZero() || !l.up(at(500), calm) || l.restarts != 1 {
		t.Errorf("next %v, life %+v", next, l)
	}
}

func TestProgramCrashesAsOftenAsItSays(t *testing.T) {
	l, b := life{began: birth}, &behaviour.Behaviour{Crash: &behaviour.Crash{Times: 1, Backoff: time.Second}}
	l.advance(at(0), b, v1.RestartPolicyAlways)
	if next := l.advance(at(1), b, v1.RestartPolicyAlways); !next.IsZero() || !l.running() {
		t.Errorf("next %v, life %+v", next, l)
	}
}

func TestJobEnds(t *testing.T) {
	for name, c := range map[string]struct {
		behaviour *behaviour.Behaviour
		exit      int32
	}{
		"well":       {&behaviour.Behaviour{}, 0},
		"in a crash": {&behaviour.Behaviour{Crash: &behaviour.Crash{Exit: 3}}, 3},
	} {
		l := life{began: birth}
		l.advance(at(1), c.behaviour, v1.RestartPolicyNever)
		if !l.over || l.ended.ExitCode != c.exit {
			t.Errorf("%s: got %+v", name, l)
		}
	}
}
