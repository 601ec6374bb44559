package source_test

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/source"
)

// files makes a file system in which each file holds its own path.
func files(paths ...string) fstest.MapFS {
	m := fstest.MapFS{}
	for _, p := range paths {
		m[p] = &fstest.MapFile{Data: []byte(p), Mode: 0o644}
	}
	return m
}

func scan(t testing.TB, fsys fs.FS) (source.Tree, diag.List) {
	t.Helper()
	tree, list, err := source.Scan(fsys)
	if err != nil {
		t.Fatal(err)
	}
	return tree, list
}

func paths(files []source.File) []string {
	var out []string
	for _, f := range files {
		out = append(out, f.Path)
	}
	return out
}

// said is "code file severity" of each diagnostic.
func said(list diag.List) []string {
	var out []string
	for _, d := range list {
		out = append(out, d.Code+" "+d.Pos.File+" "+d.Severity.String())
	}
	return out
}

func TestScanFindsTheContent(t *testing.T) {
	tree, list := scan(t, files(
		"README.md", "themes/mine/layouts/home.html", "public/index.html",
		"content/playbook.yaml",
		"content/stories/the-map.md", "content/stories/2025/the-list.md", "content/stories/the-map.png",
		"content/principles/b.md", "content/principles/a.md",
		"content/examples/frage-stellen-äöü.md", "content/pages/about.md",
		"content/images/Photo.JPG", "content/handout.pdf",
	))
	if len(list) > 0 {
		t.Errorf("unexpected: %v", list)
	}
	if tree.Config == nil || string(tree.Config.Bytes) != "content/playbook.yaml" {
		t.Errorf("config: %v", tree.Config)
	}
	if diff := cmp.Diff([]string{
		"content/examples/frage-stellen-äöü.md", "content/pages/about.md", "content/principles/a.md",
		"content/principles/b.md", "content/stories/2025/the-list.md", "content/stories/the-map.md",
	}, paths(tree.Entries)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"content/handout.pdf", "content/images/Photo.JPG", "content/stories/the-map.png"}, paths(tree.Assets)); diff != "" {
		t.Error(diff)
	}
	for _, f := range append(tree.Entries, tree.Assets...) {
		if f.Fresh != (path.Ext(f.Path) == ".md") || f.Fresh && string(f.Bytes) != f.Path || f.Hash != sha256.Sum256([]byte(f.Path)) || f.Size != int64(len(f.Path)) {
			t.Errorf("%s: wrong bytes or hash", f.Path)
		}
	}
}

func TestScanOfNothing(t *testing.T) {
	tree, list := scan(t, fstest.MapFS{"content": &fstest.MapFile{Mode: fs.ModeDir | 0o755}})
	if tree.Config != nil || len(tree.Entries)+len(tree.Assets)+len(list) > 0 {
		t.Errorf("empty content: %v %v", tree, list)
	}
	if _, _, err := source.Scan(files("content")); err == nil || err.Error() != "content is not a folder" {
		t.Errorf("content as a file: %v", err)
	}
}

// Somebody's folder of notes is not a playbook yet; each note is told how it becomes part of one.
func TestScanOfAFolderWithoutContent(t *testing.T) {
	tree, list := scan(t, files("README.md", "patterns/a.MD", "patterns/a.png", ".git/x.md", "node_modules/y.md", "main.go"))
	if len(tree.Entries)+len(tree.Assets) > 0 {
		t.Errorf("read %v", tree)
	}
	if diff := cmp.Diff([]string{"missing-file  error", "stray-file README.md warning", "stray-file patterns/a.MD warning"}, said(list)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"README.md", "patterns/a.MD"}, paths(tree.Outside)); diff != "" {
		t.Error(diff)
	}
	for _, f := range tree.Outside {
		if string(f.Bytes) != f.Path {
			t.Errorf("%s: wrong bytes", f.Path)
		}
	}
}

// What is outside makes no address, so only what cannot be read is said of it besides.
func TestScanOutsideReadsWithinLimits(t *testing.T) {
	fsys := files("What? A note.md", "over.md")
	fsys["over.md"].Data = make([]byte, source.MaxEntry+1)
	fsys["link.md"] = &fstest.MapFile{Data: []byte("over.md"), Mode: fs.ModeSymlink | 0o777}
	tree, list := scan(t, fsys)
	if diff := cmp.Diff([]string{
		"missing-file  error", "stray-file What? A note.md warning", "stray-file link.md warning",
		"file-too-large over.md error", "stray-file over.md warning",
	}, said(list)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"What? A note.md"}, paths(tree.Outside)); diff != "" {
		t.Error(diff)
	}
}

func TestScanOutsideStops(t *testing.T) {
	for _, extra := range []int{0, 1, 50} {
		fsys := fstest.MapFS{}
		for i := range source.MaxOutside + extra {
			fsys[fmt.Sprintf("notes/%04d.md", i)] = &fstest.MapFile{}
		}
		tree, list := scan(t, fsys)
		if len(tree.Outside) != source.MaxOutside {
			t.Errorf("%d too many: read %d", extra, len(tree.Outside))
		}
		if notes, want := list.Count(diag.Note), min(1, extra); notes != want || len(list) != 1+source.MaxOutside+want {
			t.Errorf("%d too many: %d notes in %d", extra, notes, len(list))
		}
	}
}

func TestScanSaysWhatItLeavesOut(t *testing.T) {
	for _, tt := range []struct{ path, want, hint string }{
		{"content/readme.md", "stray-file content/readme.md warning", "move it to principles/, examples/, stories/, pages/"},
		{"content/stories/a.markdown", "stray-file content/stories/a.markdown warning", "rename it to a.md"},
		{"content/stories/a.MD", "stray-file content/stories/a.MD warning", "rename it to a.md"},
		{"content/playbook.yml", "stray-file content/playbook.yml warning", "rename it to content/playbook.yaml"},
		{"content/pages/page.html", "stray-file content/pages/page.html warning", "images, PDF, audio and video are"},
		{"content/storys/a.md", "unknown-folder content/storys warning", "did you mean “stories”?"},
		{"content/Stories/a.md", "unknown-folder content/Stories warning", "did you mean “stories”?"},
		{"content/patterns/deep/a.md", "unknown-folder content/patterns warning", "entries live in principles/, examples/"},
	} {
		tree, list := scan(t, files("content/stories/kept.md", tt.path))
		if diff := cmp.Diff([]string{tt.want}, said(list)); diff != "" {
			t.Errorf("%s: %s", tt.path, diff)
		} else if !strings.Contains(list[0].Hint, tt.hint) {
			t.Errorf("%s: hint %q, want %q", tt.path, list[0].Hint, tt.hint)
		}
		if diff := cmp.Diff([]string{"content/stories/kept.md"}, paths(tree.Entries)); diff != "" {
			t.Errorf("%s: %s", tt.path, diff)
		}
	}
}

func TestScanReportsAnUnknownFolderOnce(t *testing.T) {
	_, list := scan(t, files("content/patterns/a.md", "content/patterns/b.md", "content/patterns/c.md"))
	if len(list) != 1 || !strings.Contains(list[0].Text, "its 3 Markdown files are left out") {
		t.Errorf("%v", list)
	}
}

func TestScanRefusesLargeFiles(t *testing.T) {
	fsys := files("content/stories/kept.md")
	fsys["content/stories/limit.md"] = &fstest.MapFile{Data: make([]byte, source.MaxEntry)}
	fsys["content/stories/over.md"] = &fstest.MapFile{Data: make([]byte, source.MaxEntry+1)}
	fsys["content/stories/fine.png"] = &fstest.MapFile{Data: make([]byte, source.MaxEntry+1)}
	tree, list := scan(t, fsys)
	if diff := cmp.Diff([]string{"file-too-large content/stories/over.md error"}, said(list)); diff != "" {
		t.Error(diff)
	}
	if len(tree.Entries) != 2 || len(tree.Assets) != 1 {
		t.Errorf("read %v %v", paths(tree.Entries), paths(tree.Assets))
	}
}

// broken fails to open one file, or to list one folder.
type broken struct {
	fstest.MapFS
	path string
	err  error
}

func (b broken) Open(name string) (fs.File, error) {
	if name == b.path {
		return nil, &fs.PathError{Op: "open", Path: name, Err: b.err}
	}
	return b.MapFS.Open(name)
}

func (b broken) ReadDir(name string) ([]fs.DirEntry, error) {
	if name == b.path {
		return nil, &fs.PathError{Op: "open", Path: name, Err: b.err}
	}
	return b.MapFS.ReadDir(name)
}

func TestScanGoesOnAfterWhatItCannotRead(t *testing.T) {
	for _, tt := range []struct {
		path string
		err  error
		text string
	}{
		{"content/stories/a.md", fs.ErrPermission, "no permission to read this file"},
		{"content/stories/a.md", fs.ErrNotExist, "vanished"},
		{"content/stories/a.md", errors.New("input/output error"), "cannot read this file: input/output error"},
		{"content/stories", errors.New("input/output error"), "cannot list this folder: input/output error"},
	} {
		tree, list := scan(t, broken{files("content/stories/a.md", "content/pages/b.md"), tt.path, tt.err})
		if diff := cmp.Diff([]string{"unreadable-file " + tt.path + " error"}, said(list)); diff != "" {
			t.Error(diff)
		} else if !strings.Contains(list[0].Text, tt.text) {
			t.Errorf("text %q, want %q", list[0].Text, tt.text)
		}
		if diff := cmp.Diff([]string{"content/pages/b.md"}, paths(tree.Entries)); diff != "" {
			t.Error(diff)
		}
	}
	_, _, err := source.Scan(broken{files("content/stories/a.md"), "content", fs.ErrPermission})
	if err == nil || !errors.Is(err, fs.ErrPermission) {
		t.Errorf("content that cannot be listed: %v", err)
	}
}

func TestScanStopsAtADepth(t *testing.T) {
	deep := "content/stories" + strings.Repeat("/d", source.MaxDepth)
	tree, list := scan(t, files(deep+"/a.md", "content/stories/b.md"))
	if len(list) != 1 || list[0].Code != "unreadable-file" || len(tree.Entries) != 1 {
		t.Errorf("%v %v", list, paths(tree.Entries))
	}
}

func TestScanReportsAssetsThatDifferInCase(t *testing.T) {
	_, list := scan(t, files("content/stories/Map.png", "content/stories/map.png"))
	if diff := cmp.Diff([]string{"file-name content/stories/map.png error"}, said(list)); diff != "" {
		t.Error(diff)
	}
}

// TestScanLosesNothing: whatever lies below content/, each file is read, reported or
// ignored by rule, and exactly one of these.
func TestScanLosesNothing(t *testing.T) {
	dir := rapid.SampledFrom([]string{"", "stories/", "pages/", "pages/sub/", "patterns/", ".git/", "stories/node_modules/"})
	name := rapid.SampledFrom([]string{"a.md", "B b.md", "x.png", "x.svg", "~.md~", ".hidden.md", "#a.md#", "4913", "playbook.yaml", "a.exe", "README", "con.md", "a?.md", "a.mdx"})
	rapid.Check(t, func(t *rapid.T) {
		fsys := fstest.MapFS{}
		for range rapid.IntRange(0, 12).Draw(t, "files") {
			fsys["content/"+dir.Draw(t, "dir")+name.Draw(t, "name")] = &fstest.MapFile{Data: []byte("<svg/>")}
		}
		tree, list, err := source.Scan(fsys)
		if err != nil {
			t.Fatal(err)
		}
		read := append(paths(tree.Entries), paths(tree.Assets)...)
		if tree.Config != nil {
			read = append(read, tree.Config.Path)
		}
		for p := range fsys {
			switch wasRead, ignored := slices.Contains(read, p), ignored(p); {
			case ignored && wasRead:
				t.Fatalf("%s: read though ignored", p)
			case !ignored && wasRead == reported(p, list):
				t.Fatalf("%s: read %v and left out with a word %v: %v", p, wasRead, wasRead, list)
			}
		}
	})
}

func ignored(p string) bool { return slices.ContainsFunc(strings.Split(p, "/"), source.Ignored) }

// reported says whether the list says that p is left out.
func reported(p string, list diag.List) bool {
	return slices.ContainsFunc(list, func(d diag.Diagnostic) bool {
		switch d.Code {
		case "unknown-folder":
			return strings.HasPrefix(p, d.Pos.File+"/") && strings.HasPrefix(path.Ext(p), ".md")
		case "stray-file":
			return d.Pos.File == p
		default:
			return d.Pos.File == p && d.Severity == diag.Error
		}
	})
}
