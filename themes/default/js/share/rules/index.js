// The rules of `playbook check` for one story that is not handed in yet: the twin of
// internal/check. The lists, limits and patterns come from there (data.rules, check.Form); how
// they are read is written here again, and a test holds both to the same findings.

import { compose } from '../story.js'
import { consider } from './facts.js'
import { implementation, sections } from './sections.js'
import { references } from './references.js'
import { summary } from './summary.js'
import { tags } from './tags.js'
import { traces } from './traces.js'
import { values } from './values.js'
import { wording } from './wording.js'
import { proseOf } from './words.js'

/** check returns what the rules find in a draft: { code, severity, field, section, text, hint, words }. */
export function check(draft, data) {
  const found = []
  const report = (code, place, text, hint, words = '') => {
    const severity = data.rules.severity[code]
    if (severity !== 'off') found.push({ code, severity, field: '', section: '', ...place, text, hint, words })
  }
  const story = compose(draft, data)
  story.entry = values(story, data, report)
  story.influence = references(story, data, report) !== 'service'
  story.prose = proseOf(story)
  for (const rule of [consider, sections, summary, tags, traces]) rule(story, data, report)
  if (story.influence && data.rules.english) {
    wording(story, data, report)
    implementation(story, data, report)
  }
  return found
}
