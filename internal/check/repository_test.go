package check_test

import (
	"testing"

	"github.com/microleadership/playbook/internal/check"
	"github.com/microleadership/playbook/internal/playbook"
)

func TestRepositoryAddress(t *testing.T) {
	for _, tt := range []struct{ url, edit, hint string }{
		{"", "", ""},
		{"", "javascript:alert(1)", ""}, // without a repository there is no edit link
		{"https://example.org/team/playbook", "", ""},
		{"http://example.org/team/playbook", "{url}/edit/{branch}/{path}", ""},
		{"https://example.org/x", "https://edit.example.org/{path}", ""},
		{"example.org/team/playbook", "", "write it in full, like https://example.org/page"},
		{"javascript:alert(1)", "", "write it in full, like https://example.org/page"},
		{"https:///team", "", "write it in full, like https://example.org/page"},
		{"https://example.org/a b", "", "write it in full, like https://example.org/page"},
		{"git@example.org:team/playbook.git", "", "did you mean “https://example.org/team/playbook”?"},
		{"ssh://git@example.org/team/playbook", "", "did you mean “https://example.org/team/playbook”?"},
		{"git@example.org", "", "write it in full, like https://example.org/page"},
		{"https://me:token@example.org/x", "", "leave it out: it would be published"},
		{"https://example.org/x", "edit/{path}", "start it with {url}, like {url}/edit/{branch}/{path}"},
		{"https://example.org/x", "javascript:{url}", "start it with {url}, like {url}/edit/{branch}/{path}"},
	} {
		settings := playbook.DefaultSettings()
		settings.Repository.URL, settings.Repository.Edit = tt.url, tt.edit
		hint := ""
		for _, d := range check.Run(playbook.Assemble(playbook.Input{Settings: settings}), check.Options{}) {
			hint += d.Hint
		}
		if hint != tt.hint {
			t.Errorf("%q, %q: hint %q, want %q", tt.url, tt.edit, hint, tt.hint)
		}
	}
}
