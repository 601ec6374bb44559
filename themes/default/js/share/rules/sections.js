// What the sections of a story must and should be; see check/section.go and implementation.go.

import { followed } from './facts.js'
import { phrase } from './wording.js'
import { countWords } from './words.js'

/** sections reports those that are not there. */
export function sections({ entry, sections: written }, data, report) {
  if (!data.rules.english) {
    if (written.length < data.sections.filter((s) => s.required).length) {
      report('missing-section', {}, 'the story has fewer than three sections with text',
        'a story in any language tells the situation, what was done and what changed')
    }
    return
  }
  for (const { name, required } of data.sections) {
    if (!required || written.some((s) => s.name === name)) continue
    const why = name === 'What changed' && followed(entry.outcome) ? `, and its outcome is “${entry.outcome}”` : ''
    report('missing-section', { section: name }, `the story has no section “${name}”${why}`, `add it: ## ${name}`)
  }
}

/** implementation reports a story that is mostly about what came after people had been won. */
export function implementation({ prose, sections: written }, { rules }, report) {
  const code = 'mostly-implementation'
  const section = 'Afterwards'
  const words = written.map((s) => [s.name, countWords(s.text)])
  const total = words.reduce((sum, [, n]) => sum + n, 0)
  const after = words.find(([name]) => name === section)?.[1] ?? 0
  if (2 * after > total) {
    report(code, { section }, `${after} of the story's ${total} words come after people had followed`,
      'tell how they came to follow; keep the rest to a few sentences', section)
    return
  }
  const hits = prose.hits(rules, code)
  if (hits.length < rules.project.hits || hits.length * rules.project.words <= prose.words.length) return
  phrase(prose, code, hits[0], `and ${hits.length - 1} more such words; tell how people came to follow, and leave the project out`, report)
}
