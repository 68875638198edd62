package supervise

import "syscall"

// A group of its own keeps the terminal's Ctrl-C away from the child: this process decides the order in which things stop.
func boundToParent() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
}
