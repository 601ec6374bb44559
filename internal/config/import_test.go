package config_test

import (
	"strings"
	"testing"

	"github.com/microleadership/playbook/internal/config"
	"github.com/microleadership/playbook/internal/diag"
)

func TestColumnsOfAnImport(t *testing.T) {
	text := `title: T
description: D
import:
  columns:
    Was ist passiert?: situation
    "Version 2.1: Wer?": toward
    Datenschutz: skip
    Ergebnis: outcom
    Sonstiges: whatever else there was
`
	s, list := config.Parse([]byte(text), nil)
	if got := s.Import.Columns["Version 2.1: Wer?"]; got != "toward" {
		t.Errorf("columns: %v", s.Import.Columns)
	}
	want := []diag.Diagnostic{
		{Pos: diag.Position{File: config.File, Line: 8, Column: 15}, Hint: "did you mean “outcome”?", Source: "    Ergebnis: outcom"},
		{Pos: diag.Position{File: config.File, Line: 9, Column: 16}, Hint: "it is a field of a story (outcome), a section (What changed), or skip"},
	}
	if len(list) != len(want) {
		t.Fatalf("%d findings: %v", len(list), list)
	}
	for i, w := range want {
		if d := list[i]; d.Code != "unknown-value" || d.Pos != w.Pos || d.Hint != w.Hint || !strings.Contains(d.Source, w.Source) {
			t.Errorf("got %+v, want %+v", d, w)
		}
	}
}
