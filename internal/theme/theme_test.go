package theme_test

import (
	"testing"

	"github.com/microleadership/playbook/internal/theme"
	"github.com/microleadership/playbook/themes"
)

func builtin() theme.Layer { return theme.Layer{Dir: "themes/default", FS: themes.Default()} }

func TestBuiltIn(t *testing.T) {
	th, list, err := theme.Load(theme.Options{Layers: []theme.Layer{builtin()}})
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range list {
		t.Errorf("%s:%d:%d %s (%s)", d.Pos.File, d.Pos.Line, d.Pos.Column, d.Text, d.Hint)
	}
	for _, a := range th.Assets() {
		t.Log(a.Path, len(a.Bytes))
	}
}
