package behaviour

import (
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// Route is what the program answers on a path.
type Route struct {
	Pattern    string // a path, or the beginning of paths followed by *
	Status     int
	Latency    time.Duration
	ErrorShare float64 // of the answers, these are 500 instead
	Body       string
}

// Routes of a program; the one that says most about a path answers.
type Routes []Route

var fallback = Route{Pattern: "*", Status: http.StatusOK, Body: up}

const (
	up   = `{"status":"UP"}`
	down = `{"status":"DOWN"}`
)

// For finds the route of a path: the path itself before a beginning, a longer beginning before a shorter one.
func (r Routes) For(path string) Route {
	best, length := fallback, -1
	for _, route := range r {
		if beginning, open := strings.CutSuffix(route.Pattern, "*"); open {
			if strings.HasPrefix(path, beginning) && len(beginning) > length {
				best, length = route, len(beginning)
			}
		} else if route.Pattern == path {
			return route
		}
	}
	return best
}

// Knows tells whether a route names exactly this path.
func (r Routes) Knows(path string) bool { return r.For(path).Pattern == path }

// ErrorBody is what goes with the 500s of an error share.
func (Route) ErrorBody() string { return down }

// readHTTP reads routes separated by ; or line breaks, each PATH STATUS [latency=D] [errors=P] [BODY].
func readHTTP(b *Behaviour, text string) error {
	for _, line := range splitOutsideJSON(text) {
		route, err := readRoute(line)
		if err != nil {
			return fmt.Errorf("%q: %w", line, err)
		}
		b.Routes = append(b.Routes, route)
	}
	return nil
}

func readRoute(line string) (Route, error) {
	pattern, rest := word(line)
	if pattern != "*" && !strings.HasPrefix(pattern, "/") {
		return Route{}, fmt.Errorf("starts with a path or *, as in /health 503")
	}
	status, rest := word(rest)
	code, err := strconv.Atoi(status)
	if err != nil || code < 200 || code > 599 {
		return Route{}, fmt.Errorf("the path is followed by a status from 200 to 599")
	}
	route := Route{Pattern: pattern, Status: code}
	if route.Body, err = route.options(rest); err != nil {
		return Route{}, err
	}
	if route.Body == "" {
		route.Body = bodyOf(code)
	}
	return route, nil
}

// options reads the key=value words and returns what follows them.
func (r *Route) options(text string) (rest string, err error) {
	for err == nil {
		first, after := word(text)
		key, value, _ := strings.Cut(first, "=")
		switch key {
		case "latency":
			r.Latency, err = duration(value)
		case "errors":
			r.ErrorShare, err = share(value)
		default:
			return text, nil
		}
		text = after
	}
	return "", err
}

func bodyOf(status int) string {
	if status < 400 {
		return up
	}
	return down
}

func word(text string) (first, rest string) {
	text = strings.TrimSpace(text)
	if end := strings.IndexAny(text, " \t"); end >= 0 {
		return text[:end], strings.TrimSpace(text[end:])
	}
	return text, ""
}

// splitOutsideJSON splits at ; and line breaks that are not inside braces, brackets or quotes.
func splitOutsideJSON(text string) []string {
	var parts []string
	depth, quoted, start := 0, false, 0
	for i, c := range text {
		switch {
		case c == '"' && (i == 0 || text[i-1] != '\\'):
			quoted = !quoted
		case quoted:
		case c == '{' || c == '[':
			depth++
		case c == '}' || c == ']':
			depth--
		case (c == ';' || c == '\n') && depth <= 0:
			parts = append(parts, text[start:i])
			start = i + 1
		}
	}
	return nonEmpty(append(parts, text[start:]))
}

func nonEmpty(parts []string) []string {
	var kept []string
	for _, part := range parts {
		if part = strings.TrimSpace(part); part != "" {
			kept = append(kept, part)
		}
	}
	return kept
}
