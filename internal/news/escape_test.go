package news_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"
	"pgregory.net/rapid"

	"github.com/microleadership/playbook/internal/news"
	"github.com/microleadership/playbook/internal/playbook"
)

// references are what forges find in a finished text: people, issues, merge requests, labels,
// milestones, commits, addresses.
var references = regexp.MustCompile(`[@#!~%$&][\w"]|\bGH-\d|\b[A-Z]+-\d|\b[0-9a-f]{7,40}\b|://\S|\bwww\.\w|\w@\w`)

// hostile are titles of people who want more than a title.
var hostile = rapid.OneOf(
	rapid.SampledFrom([]string{
		"@ada", "see #7", "!7 and ~bug", "GH-12", "JIRA-1", "https://evil.example/x", "www.evil.example", "a@b.example",
		"[click](javascript:alert(1))", "<img src=x onerror=alert(1)>", "| a | b |", "```\ncode", "# heading", "- item", "<!-- playbook",
		"**bold** _it_ ~~no~~", "&lt;b&gt; &amp;", "a\n\n/close\n/merge", "\u202Ertl", "`code` \\`", "![x](y)", "[^1]: note", "1. one", "$x$", "deadbeef1", ":smile:", "---",
	}),
	rapid.StringMatching("[-a-z@#!~&<>*_`|\\[\\]().:/\\\\ ]{1,40}"),
	rapid.String(),
)

func TestATitleIsTextAndNothingElse(t *testing.T) {
	md := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote))
	rapid.Check(t, func(t *rapid.T) {
		title := hostile.Draw(t, "title") + rapid.SampledFrom([]string{"", " "}).Draw(t, "gap") + hostile.Draw(t, "more")
		source := []byte("- " + news.Escape(title) + "\n\n| a | b |\n|---|---|\n| x | " + news.Escape(title) + " |\n")
		var said []string
		var now strings.Builder
		_ = ast.Walk(md.Parser().Parse(text.NewReader(source)), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
			switch n := n.(type) {
			case *ast.Text:
				if entering {
					now.Write(n.Value(source))
				}
				return ast.WalkContinue, nil
			case *ast.String:
				return ast.WalkContinue, nil
			}
			if !entering && n.Kind() != ast.KindDocument {
				if now.Len() > 0 {
					said = append(said, now.String())
					now.Reset()
				}
			}
			switch n.Kind().String() {
			case "Document", "List", "ListItem", "TextBlock", "Table", "TableHeader", "TableRow", "TableCell":
			default:
				t.Fatalf("%q makes a %s", source, n.Kind())
			}
			return ast.WalkContinue, nil
		})
		for _, s := range said {
			if found := references.FindString(s); found != "" {
				t.Fatalf("%q calls %q", title, found)
			}
		}
	})
}

func TestAnEscapedTitleReadsAsItIs(t *testing.T) {
	for _, title := range []string{"Ask *first*", "a_b [c](d) <e> & f", "50 % | $5", "C:\\dir", "“Quoted” – done"} {
		var html strings.Builder
		if err := goldmark.New(goldmark.WithExtensions(extension.GFM)).Convert([]byte(news.Escape(title)), &html); err != nil {
			t.Fatal(err)
		}
		got := strings.NewReplacer("\u200B", "", "<p>", "", "</p>\n", "", "&lt;", "<", "&gt;", ">", "&quot;", `"`, "&amp;", "&").Replace(html.String())
		if got != title {
			t.Errorf("%q reads as %q", title, got)
		}
	}
}

// A code span holds whatever it is given, in a table too, and a terminal line stays one.
func TestNoTitleLeavesItsLine(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := entry(playbook.KindPrinciple, "p", hostile.Draw(t, "title"), nil)
		e.File = "content/principles/" + hostile.Draw(t, "file") + ".md"
		r := news.Compare(snapshot(nil), snapshot([]*playbook.Entry{e}))
		var plain, comment strings.Builder
		_ = r.WriteText(&plain, news.TextOptions{})
		_ = r.WriteMarkdown(&comment, news.MarkdownOptions{Preview: "https://example.org/"})
		if n := strings.Count(plain.String(), "\n"); n != 2 {
			t.Fatalf("%d lines: %q", n, plain.String())
		}
		if strings.ContainsAny(plain.String(), "\x1b\r\u202E\x00") {
			t.Fatalf("%q reaches the terminal", plain.String())
		}
		if n := strings.Count(comment.String(), "\n"); n != 7 {
			t.Fatalf("%d lines: %q", n, comment.String())
		}
		rows := strings.Split(strings.TrimSpace(comment.String()), "\n")
		md := goldmark.New(goldmark.WithExtensions(extension.GFM))
		var html strings.Builder
		if err := md.Convert([]byte(comment.String()), &html); err != nil || strings.Count(html.String(), "<td") != 3 {
			t.Fatalf("%q is rendered as %s", rows[len(rows)-1], html.String())
		}
	})
}
