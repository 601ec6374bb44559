package intake

import (
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

// table reads the export of a web form: headings, then one story a row. Columns are found by
// their headings, so their order does not matter and a form may ask for more.
func (r *reader) table() []told {
	comma, skip := separator(r.text)
	text := r.text[skip:]
	first := 1 + strings.Count(r.text[:skip], "\n")
	c := csv.NewReader(strings.NewReader(text))
	c.Comma, c.FieldsPerRecord, c.LazyQuotes = comma, -1, true
	lines := strings.Split(r.text, "\n")
	r.quotes(text, comma, first)
	headings, err := c.Read()
	if err != nil {
		r.fail("syntax", diag.Position{File: r.file}, "this is no table: "+err.Error(), "export the answers as CSV")
		return nil
	}
	for i, h := range headings {
		if len(h) > maxHeading { // it is a text, and would be read again in each row
			h = strings.ToValidUTF8(h[:maxHeading], "") + "…"
		}
		headings[i] = line(h)
	}
	var out []told
	for {
		row, err := c.Read()
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			r.fail("syntax", diag.Position{File: r.file}, "the table cannot be read on: "+err.Error(), "export the answers as CSV again")
			return out
		}
		if len(out) == MaxStories {
			r.fail("not-a-story", diag.Position{File: r.file}, "there are more rows than can be read at once", "split the table")
			return out
		}
		place := func(i int) diag.Position {
			line, column := c.FieldPos(i)
			line += first - 1
			if line <= len(lines) && column-1 <= len(lines[line-1]) {
				column = 1 + utf8.RuneCountInString(lines[line-1][:column-1])
			}
			return r.at(line, column)
		}
		t := told{at: place(0), source: CSV}
		for i, cell := range row {
			if i >= MaxAnswers {
				break
			}
			heading := ""
			if i < len(headings) {
				heading = headings[i]
			}
			if strings.TrimSpace(cell) != "" {
				t.answers = append(t.answers, r.cell(heading, cell, place(i)))
			}
		}
		if len(row) > MaxAnswers {
			r.fail("not-a-story", place(MaxAnswers), "the row has more columns than can be read", "leave out columns of the form that are no answers")
		}
		if len(t.answers) > 0 {
			out = append(out, t)
		}
	}
}

// quotes reports where a quotation mark stands that CSV does not allow: rows may have run
// into each other there.
func (r *reader) quotes(text string, comma rune, first int) {
	c := csv.NewReader(strings.NewReader(text))
	c.Comma, c.FieldsPerRecord, c.ReuseRecord = comma, -1, true
	for {
		_, err := c.Read()
		var bad *csv.ParseError
		switch {
		case err == nil:
		case errors.As(err, &bad):
			r.tell(diag.Diagnostic{
				Code: "syntax", Severity: diag.Warning, Pos: r.at(first+bad.Line-1, bad.Column),
				Text: "a quotation mark stands where CSV has none", Hint: "compare the stories with the table: rows may have run together here",
			})
			return
		default:
			return
		}
	}
}

// cell is one answer. A column may stand for one value of a question; then it says yes or no.
func (r *reader) cell(heading, text string, at diag.Position) answer {
	if r.headings.find(heading) == "" {
		if target, value := r.headings.choice(heading); target != "" {
			switch key(text) {
			case "yes", "y", "true", "1", "x", "checked", "selected", "ja", "oui", key(value):
				return answer{heading: target, values: []string{value}, at: at, list: true}
			case "no", "n", "false", "0", "na", "n a", "nein", "non", "not selected":
				return answer{heading: target, at: at, list: true}
			}
			if key(value) == "other" || key(value) == "comment" {
				return answer{heading: target, values: []string{text}, at: at, list: true}
			}
		}
	}
	return answer{heading: heading, values: []string{text}, at: at}
}

// separator finds what stands between the columns: of the first line, that which is there
// most often outside of quotation marks. Excel may say it itself, in a line before the headings.
func separator(text string) (comma rune, skip int) {
	if rest, ok := strings.CutPrefix(text, "sep="); ok && len(rest) > 1 && strings.IndexByte(",;\t|", rest[0]) >= 0 && rest[1] == '\n' {
		return rune(rest[0]), len("sep=;\n")
	}
	counts := map[rune]int{}
	quoted := false
	for _, c := range text {
		if c == '\n' && !quoted {
			break
		}
		switch c {
		case '"':
			quoted = !quoted
		case ',', ';', '\t', '|':
			if !quoted {
				counts[c]++
			}
		}
	}
	comma = ','
	for _, c := range ",;\t|" {
		if counts[c] > counts[comma] {
			comma = c
		}
	}
	return comma, 0
}

// isTable says whether a text begins with a line of headings, one of which is known and
// asks for what stories are made of.
func (r *reader) isTable() bool {
	comma, skip := separator(r.text)
	c := csv.NewReader(strings.NewReader(r.text[skip:]))
	c.Comma, c.LazyQuotes, c.FieldsPerRecord = comma, true, -1
	row, err := c.Read()
	if err != nil || len(row) < 2 {
		return false
	}
	known := 0
	for _, h := range row[:min(len(row), MaxAnswers)] {
		target := r.headings.find(h)
		if target == "" {
			target, _ = r.headings.choice(h)
		}
		if _, ok := playbook.Ask(target); ok {
			known++
		}
	}
	return known > 0
}
