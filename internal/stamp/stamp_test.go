package stamp_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"
	"time"

	"pgregory.net/rapid"

	"github.com/microleadership/playbook/internal/stamp"
)

func TestSure(t *testing.T) {
	const (
		fine   = int64(1_700_000_000_123_456_789)
		millis = int64(1_700_000_000_123_000_000)
		whole  = int64(1_700_000_000_000_000_000)
		old    = int64(1_600_000_000_987_654_321)
	)
	for _, tt := range []struct {
		name               string
		modified, recorded int64
		after              time.Duration // the last of them
		sure               bool
	}{
		{"fine clock, at once", fine, fine, 0, false},
		{"fine clock, within a tick", fine, fine, 10 * time.Millisecond, false},
		{"fine clock, a little later", fine, fine, 40 * time.Millisecond, false},
		{"fine clock, later", fine, fine, time.Second, true},
		{"a clock of seconds, within one", whole, whole, 900 * time.Millisecond, false},
		{"a clock of two seconds, within them", whole, whole, 2 * time.Second, false},
		{"a clock of seconds, later", whole, whole, 3 * time.Second, true},
		{"a clock of milliseconds may be one of seconds", millis, millis, time.Second, false},
		{"a clock of milliseconds, later", millis, millis, 3 * time.Second, true},
		{"changed now, with the time put back", old, fine, 10 * time.Millisecond, false},
		{"changed a while ago, with the time put back", old, fine, time.Second, true},
		{"changed now by a coarse clock, with a fine time put back", old, whole, time.Second, false},
		{"a time to come", fine, old, -time.Hour, false},
		{"a system that records no change", fine, 0, 10 * time.Millisecond, false},
		{"a system that records no change, later", fine, 0, time.Second, true},
	} {
		s := stamp.Stamp{Size: 1, Inode: 1, Modified: tt.modified, Recorded: tt.recorded}
		taken := time.Unix(0, max(tt.modified, tt.recorded)).Add(tt.after)
		if s.Sure(taken) != tt.sure {
			t.Errorf("%s: sure %v, want %v", tt.name, !tt.sure, tt.sure)
		}
	}
}

// What is sure once stays so, and never before what it tells of has happened.
func TestSureForEver(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := stamp.Stamp{Modified: rapid.Int64Range(0, 1e12).Draw(t, "modified"), Recorded: rapid.Int64Range(0, 1e12).Draw(t, "recorded")}
		taken := time.Unix(0, rapid.Int64Range(0, 2e12).Draw(t, "taken"))
		later := taken.Add(time.Duration(rapid.Int64Range(0, 1e12).Draw(t, "later")))
		if s.Sure(taken) && (!s.Sure(later) || taken.UnixNano() <= max(s.Modified, s.Recorded)) {
			t.Fatalf("%+v is sure at %d, at %d %v", s, taken.UnixNano(), later.UnixNano(), s.Sure(later))
		}
	})
}

func of(t *testing.T, p string) stamp.Stamp {
	t.Helper()
	info, err := os.Lstat(p)
	if err != nil {
		t.Fatal(err)
	}
	s, ok := stamp.Of(info)
	if !ok {
		t.Skip("this system tells too little of its files")
	}
	return s
}

func write(t *testing.T, p, text string) {
	t.Helper()
	if err := os.WriteFile(p, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestTwoFilesHaveTwoStamps(t *testing.T) {
	a, b := filepath.Join(t.TempDir(), "a"), filepath.Join(t.TempDir(), "b")
	at := time.Unix(1_600_000_000, 0)
	for _, p := range []string{a, b} {
		write(t, p, "same")
		if err := os.Chtimes(p, at, at); err != nil {
			t.Fatal(err)
		}
	}
	before := of(t, a)
	if before == of(t, b) {
		t.Errorf("both are %+v", before)
	}
	if _, err := os.ReadFile(a); err != nil || of(t, a) != before || before.Size != 4 || before == (stamp.Stamp{}) {
		t.Errorf("%+v has become %+v though nothing happened (%v)", before, of(t, a), err)
	}
}

// Once a stamp is sure, whatever happens to the file gives it another.
func TestAChangeLeavesATrace(t *testing.T) {
	for name, change := range map[string]func(p string, info fs.FileInfo) error{
		"other bytes, in place": func(p string, _ fs.FileInfo) error { return os.WriteFile(p, []byte("two"), 0o644) },
		"another file in its place": func(p string, _ fs.FileInfo) error {
			if err := os.WriteFile(p+".new", []byte("two"), 0o644); err != nil {
				return err
			}
			return os.Rename(p+".new", p)
		},
		"removed and made again": func(p string, _ fs.FileInfo) error {
			if err := os.Remove(p); err != nil {
				return err
			}
			return os.WriteFile(p, []byte("two"), 0o644)
		},
		"cut and filled again": func(p string, info fs.FileInfo) error {
			if err := os.Truncate(p, 1); err != nil {
				return err
			}
			return os.Truncate(p, info.Size())
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := filepath.Join(t.TempDir(), "file")
			write(t, p, "one")
			before := of(t, p)
			for range 1000 {
				if before.Sure(time.Now()) {
					break
				}
				time.Sleep(10 * time.Millisecond)
			}
			if !before.Sure(time.Now()) {
				t.Fatalf("%+v is never sure", before)
			}
			info, err := os.Lstat(p)
			if err != nil {
				t.Fatal(err)
			}
			if err := change(p, info); err != nil {
				t.Fatal(err)
			}
			if err := os.Chtimes(p, time.Time{}, info.ModTime()); err != nil {
				t.Fatal(err)
			}
			now := of(t, p)
			if now.Size != before.Size || now.Modified != before.Modified {
				t.Fatalf("the test put nothing back: %+v is %+v", before, now)
			}
			if now == before {
				t.Errorf("it is %+v before and after", now)
			}
		})
	}
}

func TestAFileInMemoryHasNoStamp(t *testing.T) {
	info, err := fs.Stat(fstest.MapFS{"a": {Data: []byte("x")}}, "a")
	if err != nil {
		t.Fatal(err)
	}
	if s, ok := stamp.Of(info); ok {
		t.Errorf("it is known by %+v", s)
	}
}
