package simnode

import (
	"net/netip"
	"time"

	v1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/types"

	"readygate.dev/devcluster/internal/behaviour"
	"readygate.dev/devcluster/internal/podserver"
)

// pod is what the node knows of a pod besides its API object. Only one worker at a time has it in hand.
type pod struct {
	uid        types.UID
	name       string // namespace/name
	address    netip.Addr
	ports      []podserver.Port
	began      metav1.Time
	behaviour  *behaviour.Behaviour
	unreadable error // what is wrong with how the behaviour is written
	problem    error // why it does not run: this, or its ports
	life       life
	server     *podserver.Server
	conditions []v1.PodCondition // as last written
	deleted    bool
}

const anotherTry = 2 * time.Second

func newPod(object *v1.Pod, now time.Time) *pod {
	return &pod{
		uid: object.UID, name: object.Namespace + "/" + object.Name, ports: podserver.PortsOf(object),
		began: second(now), life: life{began: now},
	}
}

// advance brings the pod's program to the instant: what it does, whether it runs, whether it listens. It says when to
// look again; zero is only when something changes.
func (p *pod) advance(object *v1.Pod, now time.Time, pool *addresses) time.Time {
	var unreadable error
	if p.behaviour == nil || p.unreadable != nil || !p.behaviour.StillOf(object) {
		p.behaviour, unreadable = behaviour.Of(object)
	}
	p.unreadable, p.problem = unreadable, unreadable
	if p.problem != nil {
		p.close()
		return time.Time{}
	}
	next := p.life.advance(now, p.behaviour, object.Spec.RestartPolicy)
	if p.problem = p.listen(now, pool); p.problem != nil {
		return now.Add(anotherTry)
	}
	return next
}

// listen opens and closes the ports with the program. The address is the pod's from the beginning to the end.
func (p *pod) listen(now time.Time, pool *addresses) error {
	up := p.life.up(now, p.behaviour)
	if !up {
		p.close()
	}
	if p.server != nil || !up && p.address.IsValid() {
		return nil
	}
	listeners, err := p.open(pool)
	if err != nil {
		return err
	}
	if up {
		p.server = podserver.Start(p.name, listeners, p.behaviour)
	} else {
		listeners.Close() // only the address is needed yet
	}
	return nil
}

func (p *pod) open(pool *addresses) (listeners podserver.Listeners, err error) {
	if p.address.IsValid() {
		listeners, err = podserver.Listen(p.address, p.ports)
		return listeners, explained(err)
	}
	p.address, listeners, err = pool.take(p.ports)
	return listeners, err
}

// serve hands the server what it needs to know of the pod's status.
func (p *pod) serve(ready bool) {
	if p.server != nil {
		p.server.Apply(p.behaviour, ready)
	}
}

func (p *pod) close() {
	if p.server != nil {
		p.server.Close()
		p.server = nil
	}
}

// end gives everything back.
func (p *pod) end(pool *addresses) {
	p.close()
	if p.address.IsValid() {
		pool.release(p.address)
	}
}
