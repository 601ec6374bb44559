//go:build browser

package browser

import (
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/microleadership/playbook/internal/check"
	"github.com/microleadership/playbook/internal/playbook"
)

// A pattern of the rules finds the same in both languages, in whatever stands between two of the
// things that people write.
func TestSharePatternsMeanTheSame(t *testing.T) {
	t.Parallel()
	lines := hostileStrings(t)
	for i := range fragments {
		for j := range fragments {
			lines = append(lines, fragments[i]+fragments[j]+fragments[(i*7+j*3)%len(fragments)])
		}
	}
	b := newTab(t)
	traces := reflect.ValueOf(check.FormOf(playbook.DefaultSettings()).Traces)
	tried := 0
	for i := range traces.NumField() {
		source, isPattern := traces.Field(i).Interface().(string)
		if !isPattern {
			continue
		}
		tried++
		re := regexp.MustCompile(source)
		theirs := eval[[][]string](b, "((re, lines) => lines.map((line) => [...line.matchAll(re)].map((m) => m[0])))(new RegExp("+jsonOf(t, source)+`, "gu"), `+jsonOf(t, lines)+")")
		found := 0
		for k, line := range lines {
			ours := re.FindAllString(line, -1)
			found += len(ours)
			if !slices.Equal(ours, theirs[k]) {
				t.Errorf("%s in %q: %q here, %q in the browser", source, line, ours, theirs[k])
			}
		}
		if found == 0 && !strings.Contains(source, "555") {
			t.Errorf("%s is found nowhere", source)
		}
	}
	if tried != 7 {
		t.Errorf("%d patterns", tried)
	}
}
