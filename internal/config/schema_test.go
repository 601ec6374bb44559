package config_test

import (
	"bytes"
	"encoding/json"
	"os"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v4"

	"github.com/microleadership/playbook/internal/config"
)

// schema makes sure that the configuration's schema is one, and returns it ready for use.
func schema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	text, err := json.Marshal(config.Schema(rules()))
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("schema.json", doc); err != nil {
		t.Fatal(err)
	}
	out, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestSchemaAcceptsShippedConfiguration(t *testing.T) {
	src, err := os.ReadFile("../../" + config.File)
	if err != nil {
		t.Fatal(err)
	}
	var value any
	if err := yaml.Load(src, &value); err != nil {
		t.Fatal(err)
	}
	if err := schema(t).Validate(value); err != nil {
		t.Error(err)
	}
}

// Whatever a setting says, the schema and the decoder accept or reject it together.
func TestSchemaAgreesWithDecoder(t *testing.T) {
	const valid = "title: T\ndescription: D\n"
	s := schema(t)
	for src, ok := range map[string]bool{
		valid:                                                   true,
		"title: T\n":                                            false,
		"title: T\ndescription: ''\n":                           false,
		"title: T\ndescription:\n":                              false,
		"title: 5\ndescription: D\n":                            false,
		valid + "author:\n":                                     true,
		valid + "author: ''\n":                                  false,
		valid + "nosuch: x\n":                                   false,
		valid + "drafts: 'true'\n":                              false,
		valid + "drafts: false\n":                               true,
		valid + "teams: []\n":                                   true,
		valid + "teams: A\n":                                    false,
		valid + "teams: [A, '']\n":                              false,
		valid + "teams: [A, 1]\n":                               false,
		valid + "navigation: [{title: a}]\n":                    false,
		valid + "navigation: [a]\n":                             false,
		valid + "navigation: [~]\n":                             false,
		valid + "navigation: ~\n":                               true,
		valid + "repository:\n":                                 true,
		valid + "repository: x\n":                               false,
		valid + "repository: {}\n":                              true,
		valid + "repository: {urls: x}\n":                       false,
		valid + "vocabularies: {}\n":                            true,
		valid + "vocabularies: {toward: []}\n":                  true,
		valid + "vocabularies: {x: []}\n":                       false,
		valid + "vocabularies: {toward: [{id: a, label: B}]}\n": true,
		valid + "vocabularies: {toward: [{label: B}]}\n":        false,
		valid + "rules: {}\n":                                   true,
		valid + "rules:\n":                                      true,
		valid + "rules: {orphan: off}\n":                        true,
		valid + "rules: {orphan: }\n":                           false,
		valid + "rules: {orphan: fatal}\n":                      false,
		valid + "rules: {orphan: true}\n":                       false,
		valid + "rules: {nosuch: off}\n":                        false,
		valid + "rules: [orphan]\n":                             false,
		valid + "base_url: https://a.example\n":                 true,
		valid + "base_url: http://a.example/b\n":                true,
		valid + "base_url:\n":                                   true,
		valid + "base_url: a.example\n":                         false,
		valid + "base_url: ftp://a.example\n":                   false,
		valid + "base_url: https://\n":                          false,
		valid + "base_url: https://a.example/?x":                false,
		valid + "base_url: https://a.example/#":                 false,
		valid + "base_url: https://a b.example":                 false,
		valid + "base_url: []\n":                                false,
	} {
		_, list := config.Parse([]byte(src), rules())
		var value any
		if err := yaml.Load([]byte(src), &value); err != nil {
			t.Fatal(err)
		}
		err := s.Validate(value)
		if (len(list) == 0) != ok || (err == nil) != ok {
			t.Errorf("%q is right: %v\ndecoder: %+v\nschema: %v", src, ok, list, err)
		}
	}
}
