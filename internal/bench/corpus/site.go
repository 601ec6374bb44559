package corpus

// settings is the playbook.yaml of every size.
const settings = `title: The Catalogue
description: Small acts that nobody did, in words that nobody speaks.
language: en
author: Nobody
license: CC0
base_url: https://example.org/
navigation:
  - { title: Principles, to: principles/index.html }
  - { title: Examples, to: examples/index.html }
  - { title: Stories, to: stories/index.html }
  - { title: Tags, to: tags.html }
  - { title: About, to: about.html }
`

// pages are the plain pages, which both read alike.
var pages = map[string]string{
	"about.md": `---
title: About
summary: What this catalogue is, and what it is not.
---

## What it is

A catalogue of acts in words that nobody speaks. It is as large as it has to be for a measurement.

## What it is not

Anything to read.
`,
	"contribute.md": `---
title: Contribute
summary: Nobody has to.
---

## How

1. Choose a number.
2. Choose a seed.
3. Wait.
`,
	"glossary.md": `---
title: Glossary
summary: The few words that mean something here.
---

Entry
: One file of the catalogue.

Seed
: The number that a catalogue is made from.
`,
}

func writePages(dir string) error {
	for name, text := range pages {
		if err := write(dir, name, []byte(text)); err != nil {
			return err
		}
	}
	return nil
}
