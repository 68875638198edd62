package simnode

import (
	"time"

	v1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"

	"readygate.dev/devcluster/internal/behaviour"
)

// life is where the program of a pod stands: running, waiting to be restarted, or ended for good.
type life struct {
	began    time.Time // of the current run, or of the one that ended
	restarts int32
	retry    time.Time // when the next run begins; zero while running
	ended    *v1.ContainerStateTerminated
	over     bool // no further run
}

const longestBackoff = 30 * time.Second

// advance brings the life to the instant, and says when to look again; zero is only when something changes.
func (l *life) advance(now time.Time, b *behaviour.Behaviour, policy v1.RestartPolicy) time.Time {
	if l.over {
		return time.Time{}
	}
	if !l.retry.IsZero() {
		if now.Before(l.retry) {
			return l.retry
		}
		l.began, l.retry, l.restarts = now, time.Time{}, l.restarts+1
	}
	if end, ends := l.end(b, policy); ends {
		if now.Before(end) {
			return earlier(l.startup(now, b), end)
		}
		return l.stop(now, b, policy)
	}
	return l.startup(now, b)
}

// end is when the current run ends by itself: with a crash, or at once when the pod is of a kind that has an end.
func (l *life) end(b *behaviour.Behaviour, policy v1.RestartPolicy) (time.Time, bool) {
	if c := b.Crash; c != nil && (c.Times == 0 || l.restarts < c.Times) {
		return l.began.Add(c.After), true
	}
	return l.began.Add(b.Start), policy != v1.RestartPolicyAlways
}

func (l *life) stop(now time.Time, b *behaviour.Behaviour, policy v1.RestartPolicy) time.Time {
	l.ended = &v1.ContainerStateTerminated{
		Reason: "Completed", StartedAt: metav1.NewTime(l.began), FinishedAt: metav1.NewTime(now),
	}
	crashed := b.Crash != nil && (b.Crash.Times == 0 || l.restarts < b.Crash.Times)
	if crashed {
		l.ended.ExitCode, l.ended.Reason = b.Crash.Exit, b.Crash.Reason
	}
	if policy == v1.RestartPolicyNever || policy == v1.RestartPolicyOnFailure && l.ended.ExitCode == 0 {
		l.over = true
		return time.Time{}
	}
	l.retry = now.Add(backoff(l.restarts, b))
	return l.retry
}

// startup is when the program will have started, if that is still to come.
func (l *life) startup(now time.Time, b *behaviour.Behaviour) time.Time {
	if started := l.began.Add(b.Start); now.Before(started) {
		return started
	}
	return time.Time{}
}

// up tells whether the program serves.
func (l *life) up(now time.Time, b *behaviour.Behaviour) bool {
	return l.running() && l.startup(now, b).IsZero()
}

func (l *life) running() bool { return !l.over && l.retry.IsZero() }

// A crash that the behaviour stopped asking for is still sat out.
func backoff(restarts int32, b *behaviour.Behaviour) time.Duration {
	first := time.Second
	if b.Crash != nil {
		first = b.Crash.Backoff
	}
	return min(longestBackoff, first<<min(restarts, 10))
}

func earlier(a, b time.Time) time.Time {
	if a.IsZero() || !b.IsZero() && b.Before(a) {
		return b
	}
	return a
}
