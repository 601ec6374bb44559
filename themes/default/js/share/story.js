// A story as a file: front matter and sections, as the playbook keeps them. What was typed is
// plain text: whatever Markdown or YAML would read as something else is written so that they do not.

import { read } from './story/answers.js'
import { prose } from './story/prose.js'
import { slug } from './story/slug.js'
import { field } from './story/yaml.js'

/** toMarkdown returns the text of a draft's file. */
export const toMarkdown = (draft, data) => compose(draft, data).lines.map((l) => l.text + '\n').join('')

/** fileName returns the name of a draft's file: its title's slug, where that can be a name. */
export const fileName = (draft, data) => idOf(read(draft, data)) + '.md'

/** compose returns a draft's answers, its id and the lines of its file: { text, field, section }. */
export function compose(draft, data) {
  const story = read(draft, data)
  const lines = []
  const add = (text, field = '', section = '') => lines.push({ text, field, section })
  add('---')
  for (const f of data.fields) {
    if (Object.hasOwn(story.fields, f.name)) for (const text of field(f, story.fields[f.name])) add(text, f.name)
  }
  add('provenance: submitted', 'provenance')
  add('review: submitted', 'review')
  add('---')
  const body = lines.length
  for (const { name, text } of story.sections) {
    for (const line of ['', '## ' + name, '', ...prose(text)]) add(line, '', name)
  }
  return { ...story, id: idOf(story), lines, body }
}

// Names that no file of the folder can have: the page that lists the stories has the one, and
// Windows keeps the others for itself.
const taken = /^(index|con|prn|aux|nul|com[1-9]|lpt[1-9])$/

function idOf({ fields }) {
  const id = slug(fields.title ?? '')
  return id && !taken.test(id) ? id : ['story', id].filter(Boolean).join('-')
}
