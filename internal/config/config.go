// Package config reads content/playbook.yaml: what a team decides once for its
// playbook. It is as strict as front matter, and reports mistakes the same way.
//
// Every field and its default stands in playbook.Settings; playbook schema
// --kind config prints them for editors.
package config

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/idna"

	"github.com/microleadership/playbook/internal/decode"
	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

// File is where the configuration lives, relative to the root.
const File = "content/playbook.yaml"

// Parse reads the configuration. rules are the codes whose severity it may set. What
// it does not say keeps its default, also when it has mistakes.
func Parse(src []byte, rules []string) (playbook.Settings, diag.List) {
	s := playbook.DefaultSettings()
	text := decode.Normalise(src)
	doc := decode.Document{File: File, Text: text, Line: 1, All: text}
	node, list := decode.YAML(doc)
	if node == nil {
		return s, list
	}
	var places playbook.PlaceWriter
	list = append(list, decode.Into(doc, node, []any{&s}, options(rules), places.Add)...)
	s.Where = playbook.Where{File: File, Fields: places.Places(), Source: text}
	c := checker{s.Where, list}
	c.baseURL(&s)
	c.vocabulary("toward", s.Vocabularies.Toward)
	c.vocabulary("setting", s.Vocabularies.Setting)
	c.columns(s.Import.Columns)
	return s, c.list
}

// Missing is the diagnostic for a playbook without configuration.
func Missing() diag.Diagnostic {
	return diag.Diagnostic{
		Code: "missing-file", Severity: diag.Error,
		Pos:  diag.Position{File: File},
		Text: "there is no " + File,
		Hint: "playbook init makes one; it needs a title and a description",
	}
}

// Schema returns the JSON Schema of the configuration. It says all that Parse does
// except that the ids of a vocabulary are slugs and differ.
func Schema(rules []string) map[string]any {
	s := decode.Schema("Configuration of a playbook", []any{&playbook.Settings{}}, options(rules))
	s["properties"].(map[string]any)["base_url"].(map[string]any)["pattern"] = `^[Hh][Tt][Tt][Pp][Ss]?://[^\s/?#]+[^\s?#]*$`
	return s
}

func options(rules []string) decode.Options {
	return decode.Options{Keys: map[string][]string{"rules": rules}}
}

// Vocabularies lists the values that front matter may use, by vocabulary.
func Vocabularies(s playbook.Settings) map[string][]string {
	ids := func(values []playbook.Value) []string {
		out := make([]string, len(values))
		for i, v := range values {
			out[i] = v.ID
		}
		return out
	}
	return map[string][]string{"toward": ids(s.Vocabularies.Toward), "setting": ids(s.Vocabularies.Setting)}
}

// Fingerprint changes when anything in the settings does. It covers the whole
// struct, so that a new field cannot be forgotten.
func Fingerprint(s playbook.Settings) string {
	text, err := json.Marshal(s) // a struct of strings, bools, lists and a map: cannot fail
	if err != nil {
		panic(err)
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}

// checker finds what the types cannot say.
type checker struct {
	where playbook.Where
	list  diag.List
}

// fail reports the value at path, which is written in the file.
func (c *checker) fail(path, value, text, hint string) {
	pos := c.where.At(path)
	c.list = append(c.list, diag.Diagnostic{
		Code: "unknown-value", Severity: diag.Error, Text: text, Hint: hint,
		Pos: pos, Length: utf8.RuneCountInString(value), Source: c.where.Line(pos.Line),
	})
}

// baseURL wants an absolute http address and gives it the slash that relative
// addresses are appended to.
func (c *checker) baseURL(s *playbook.Settings) {
	if s.BaseURL == "" {
		return
	}
	if hint := BadBaseURL(s.BaseURL); hint != "" {
		c.fail("base_url", s.BaseURL, "“base_url” is not a web address: "+s.BaseURL, hint)
		s.BaseURL = ""
		return
	}
	s.BaseURL = BaseURL(s.BaseURL)
}

// BadBaseURL says how a base URL must look, or "" when it does.
func BadBaseURL(text string) string {
	u, err := url.Parse(text)
	if err == nil && u.User != nil {
		return "leave out the name and password: they would be published"
	}
	if err != nil || u.Hostname() == "" || !slices.Contains([]string{"http", "https"}, u.Scheme) || strings.ContainsAny(text, "?# ") {
		return "write it in full, like https://example.org/playbook/"
	}
	return ""
}

// BaseURL gives an address that BadBaseURL accepts its one form: host in lower case and
// ASCII, path escaped and without dots, a slash at the end.
func BaseURL(text string) string {
	u, err := url.Parse(text)
	if err != nil {
		return text
	}
	u.Host = strings.ToLower(u.Host)
	if ascii, err := idna.Lookup.ToASCII(u.Hostname()); err == nil {
		u.Host = strings.Replace(u.Host, u.Hostname(), ascii, 1)
	}
	return u.JoinPath("/").String()
}

// vocabulary wants ids that can stand in an address and a data attribute, each once.
func (c *checker) vocabulary(name string, values []playbook.Value) {
	seen := map[string]bool{}
	for i, v := range values {
		path := "vocabularies." + name + "[" + strconv.Itoa(i) + "].id"
		switch {
		case v.ID == "":
		case playbook.Slug(v.ID) != v.ID:
			c.fail(path, v.ID, "“"+v.ID+"” cannot be an id", "write it as “"+playbook.Slug(v.ID)+"”, and what readers see as label")
		case seen[v.ID]:
			c.fail(path, v.ID, "“"+v.ID+"” is listed twice", "keep one")
		}
		seen[v.ID] = true
	}
}
