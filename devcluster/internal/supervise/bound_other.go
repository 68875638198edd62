//go:build !linux

package supervise

import "syscall"

func boundToParent() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{Setpgid: true}
}
