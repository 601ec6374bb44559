package program_test

import (
	"bytes"
	"html/template"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"github.com/microleadership/playbook/internal/theme/program"
)

// What a program makes is what html/template makes, for any layout and any view. Whatever
// html/template can render of what is generated here, programs can as well.
func TestProgramIsTemplate(t *testing.T) {
	same, failed := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		source := layout().Draw(t, "layout")
		set, err := template.New("page").Funcs(functions).Parse(source)
		if err != nil {
			return // a variable that is not there
		}
		p, refused := program.Compile(set, "page", functions)
		for range 3 {
			v := views().Draw(t, "view")
			var want bytes.Buffer
			err := set.ExecuteTemplate(&want, "page", v)
			if refused != nil {
				if err == nil && !strings.Contains(refused.Error(), "where no text stands") {
					t.Fatalf("not compiled: %v", refused)
				}
				return
			}
			got, failure := p.Append([]byte("before "), v)
			switch {
			case failure == nil && err != nil:
				t.Fatalf("the program made %q, html/template said: %v", got, err)
			case failure != nil && err == nil:
				t.Fatalf("the program said: %v, html/template made %q", failure, want.String())
			case failure != nil:
				failed++
				if string(got) != "before " {
					t.Fatalf("%q is left of a page that failed", got)
				}
			case string(got) != "before "+want.String():
				t.Fatalf("\ngot  %q\nwant %q", got, "before "+want.String())
			default:
				same++
			}
		}
	})
	t.Logf("%d pages were the same, %d failed alike", same, failed)
	if same == 0 || failed == 0 {
		t.Errorf("%d pages were the same and %d failed: that says nothing", same, failed)
	}
}

// One place of a layout may see values of many types, one after the other and at once.
func TestManyTypesAtOnePlace(t *testing.T) {
	set := template.Must(template.New("page").Parse(`{{range .}}<a href="{{.S}}">{{.S}}</a>{{end}}`))
	all := []any{item{T: "t", S: "a"}, &item{S: "<"}, quiet{"b"}, &quiet{"c"}, map[string]string{"S": "d"}, view{S: "e", T: "f"}, map[string]any{"S": 7}, item{S: "g"}}
	var want bytes.Buffer
	if err := set.Execute(&want, all); err != nil {
		t.Fatal(err)
	}
	p, err := program.Compile(set, "page", nil)
	if err != nil {
		t.Fatal(err)
	}
	var together sync.WaitGroup
	for range 8 {
		together.Go(func() {
			for range 20 {
				if got, err := p.Append(nil, all); err != nil || !bytes.Equal(got, want.Bytes()) {
					t.Errorf("%s, %v\nwant %s", got, err, &want)
				}
			}
		})
	}
	together.Wait()
}
