package build

import "testing"

func TestWhoCommitsMayBeAPerson(t *testing.T) {
	for name, want := range map[string]bool{
		"Jane Doe": true, "jane doe": true, "jane.doe": true, "j_doe": true, "Priya": true, "JDoe": true, "王芳": true, "김민수": true, "Jane (Admin)": true,
		"Team Doe": true, "dev jane": true,
		"": false, " ": false, "dev": false, "root": false, "jane": false, "Max": false, "Admin": false, "The Team": false, "GitHub Actions": false,
		"github-actions[bot]": false, "dependabot[bot]": false, "Playbook Editors": false, "GitLab CI": false, "deploy.bot": false, "Your Name": false,
		"v1.2": false,
	} {
		if got := person(name); got != want {
			t.Errorf("%q: %t", name, got)
		}
	}
}
