package loopback

import "testing"

func TestARangeIsTakenOnce(t *testing.T) {
	held, err := ClaimRange(60, 1)
	if err != nil {
		t.Skip("another cluster on this machine has it: ", err)
	}
	if _, err := ClaimRange(60, 1); err == nil {
		t.Error("two have the range ", held)
	}
	held.Release()
	again, err := ClaimRange(60, 1)
	if err != nil {
		t.Fatal(err)
	}
	again.Release()
}
