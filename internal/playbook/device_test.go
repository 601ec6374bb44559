package playbook_test

import (
	"testing"

	"github.com/microleadership/playbook/internal/playbook"
)

func TestIsDevice(t *testing.T) {
	for name, want := range map[string]bool{
		"con": true, "CON.html": true, "aux.tar.gz": true, "nul": true, "prn": true, "com1": true, "LPT9.md": true,
		"": false, "console": false, "com": false, "com0": false, "com10": false, "a.con": false, "lpta": false,
	} {
		if playbook.IsDevice(name) != want {
			t.Errorf("%q: want %v", name, want)
		}
	}
}
