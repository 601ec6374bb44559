package output_test

import (
	"testing"
	"time"

	"github.com/microleadership/playbook/internal/output"
)

// Somebody changes a page after it was published and before the stamps are saved.
func TestAChangeBeforeStampsAreSaved(t *testing.T) {
	dir := t.TempDir()
	s := site{"index.html": "home"}
	stamps := &output.Stamps{}
	for _, between := range []site{{"index.html": "HOME"}, {}} {
		if _, err := output.Publish(t.Context(), dir, s.files(), output.Options{Stamps: stamps}); err != nil {
			t.Fatal(err)
		}
		plant(t, dir, between)
		time.Sleep(100 * time.Millisecond) // the rest of the build
		stamps = load(t, save(stamps))
	}
	want(t, dir, s)
}
