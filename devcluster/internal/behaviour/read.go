package behaviour

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// readGRPC reads SERVING or SERVICE=NOT_SERVING, several separated by commas.
func readGRPC(b *Behaviour, text string) error {
	for _, part := range nonEmpty(strings.Split(text, ",")) {
		service, status, named := strings.Cut(part, "=")
		if !named {
			service, status = "", part
		}
		switch status {
		case "SERVING", "NOT_SERVING", "UNKNOWN":
			b.Health[service] = status
		default:
			return fmt.Errorf("%q is none of SERVING, NOT_SERVING, UNKNOWN", status)
		}
	}
	return nil
}

func readTraffic(b *Behaviour, text string) error {
	t := &b.Traffic
	t.Latency = 20 * time.Millisecond
	return options(text, map[string]func(string) error{
		"rps":     func(v string) (err error) { t.PerSecond, err = number(v); return },
		"errors":  func(v string) (err error) { t.ErrorShare, err = share(v); return },
		"latency": func(v string) (err error) { t.Latency, err = duration(v); return },
		"p99":     func(v string) (err error) { t.P99, err = duration(v); return },
		"always":  func(string) error { t.Always = true; return nil },
	})
}

func readCrash(b *Behaviour, text string) error {
	c := &Crash{Exit: 1, Reason: "Error", Backoff: time.Second}
	b.Crash = c
	return options(text, map[string]func(string) error{
		"after":   func(v string) (err error) { c.After, err = duration(v); return },
		"exit":    func(v string) (err error) { c.Exit, err = integer(v); return },
		"reason":  func(v string) error { c.Reason = v; return nil },
		"times":   func(v string) (err error) { c.Times, err = integer(v); return },
		"backoff": func(v string) (err error) { c.Backoff, err = duration(v); return },
	})
}

func readStart(b *Behaviour, text string) (err error) {
	b.Start, err = duration(text)
	return err
}

func readTermination(b *Behaviour, text string) (err error) {
	b.Termination, err = duration(text)
	return err
}

func readReady(b *Behaviour, text string) error {
	if text != "never" {
		return fmt.Errorf("%q: only never can be said; leave it out otherwise", text)
	}
	b.NeverReady = true
	return nil
}

func readImageDigest(b *Behaviour, text string) error {
	if !strings.HasPrefix(text, "sha256:") {
		return fmt.Errorf("%q does not start with sha256:", text)
	}
	b.ImageDigest = text
	return nil
}

func options(text string, known map[string]func(string) error) error {
	for _, part := range strings.Fields(text) {
		key, value, _ := strings.Cut(part, "=")
		read, found := known[key]
		if !found {
			return fmt.Errorf("%q is unknown", part)
		}
		if err := read(value); err != nil {
			return fmt.Errorf("%s: %w", key, err)
		}
	}
	return nil
}

func duration(text string) (time.Duration, error) {
	d, err := time.ParseDuration(text)
	if err != nil || d < 0 {
		return 0, fmt.Errorf("%q is not a duration such as 250ms or 10s", text)
	}
	return d, nil
}

func share(text string) (float64, error) {
	percent, err := strconv.ParseFloat(strings.TrimSuffix(text, "%"), 64)
	if err != nil || !strings.HasSuffix(text, "%") || percent < 0 || percent > 100 {
		return 0, fmt.Errorf("%q is not a percentage such as 5%%", text)
	}
	return percent / 100, nil
}

func number(text string) (float64, error) {
	n, err := strconv.ParseFloat(text, 64)
	if err != nil || n < 0 {
		return 0, fmt.Errorf("%q is not a number", text)
	}
	return n, nil
}

func integer(text string) (int32, error) {
	n, err := strconv.ParseInt(text, 10, 32)
	if err != nil || n < 0 {
		return 0, fmt.Errorf("%q is not a whole number", text)
	}
	return int32(n), nil
}
