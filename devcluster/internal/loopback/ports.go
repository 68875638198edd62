// Package loopback finds free ports on 127.0.0.1.
package loopback

import (
	"errors"
	"net"
	"strings"
)

// ErrTaken says that between finding a free port and using it somebody else took it. Another try finds another one.
var ErrTaken = errors.New("a port was taken in between")

// FreePorts finds ports; all are held until the last one is found, so that they differ.
func FreePorts(count int) ([]int, error) {
	ports := make([]int, 0, count)
	for range count {
		listener, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			return nil, err
		}
		defer func() { _ = listener.Close() }()
		ports = append(ports, listener.Addr().(*net.TCPAddr).Port)
	}
	return ports, nil
}

// SaysTaken tells whether a program ended because its port was taken.
func SaysTaken(log string) bool { return strings.Contains(log, "address already in use") }

// Retry tries again as long as ports were taken in between, but not for ever.
func Retry(try func() error) error {
	var err error
	for range 5 {
		if err = try(); !errors.Is(err, ErrTaken) {
			return err
		}
	}
	return err
}
