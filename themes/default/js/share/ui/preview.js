// The story as it will look, made of the site's own parts. Titles stand two levels lower
// than on a page of their own, because this is a part of a step.
import { make } from '../../search-ui/dom.js'
import { enumerate, line } from './line.js'
import { prose } from './prose.js'

// The facts beside a story, in the order of the pages.
const facts = ['way', 'toward', 'action', 'magnitude', 'receptivity', 'style', 'setting', 'outcome', 'followers', 'authority', 'hat_after', 'intentional', 'told_by', 'when', 'team']
const sections = ['Situation', 'What I did', 'What changed', 'Afterwards', 'If nobody followed']

export function preview(place, answers, draft) {
  const { fields } = draft
  const auto = { dir: 'auto' }

  function fact(name) {
    const question = answers.find(name)
    if (!question.label || !fields[name].length) return []
    const shown = question.shown()
    const values = shown.length ? shown : [{ text: [fields[name]].flat().join(', ').replace('-', ' ') }]
    return [make('div', {}, make('dt', {}, question.label), ...values.map(({ text, lang }) => make('dd', { lang, ...auto }, text)))]
  }

  function verdict() {
    const outcome = answers.find('outcome').shown()[0]
    if (!outcome) return []
    const attempt = ['not-followed', 'unknown'].includes(fields.outcome)
    const icon = place.closest('[data-share]').querySelector(`template[data-icon="${CSS.escape(fields.outcome)}"]`)
    const parts = [make('p', { class: 'verdict-outcome' }, ...(icon ? [icon.content.cloneNode(true)] : []), make('span', {}, outcome.text))]
    if (attempt) parts.push(make('p', {}, 'An attempt. Leading takes a follower, trying does not; this one is told for what it taught.'))
    if (fields.way) parts.push(line(draft, answers.find('hat_after').shown()[0]?.text))
    const credit = told()
    if (credit) parts.push(make('p', { class: 'credit', ...auto }, credit))
    return [make('div', { class: 'verdict' + (attempt ? ' verdict-attempt' : '') }, ...parts)]
  }

  function told() {
    const credit = answers.find('credit').shown()[0]?.text
    if (fields.credit === 'named') return fields.authors.length ? credit + ' ' + enumerate(fields.authors) : ''
    if (fields.credit === 'team') return fields.team ? credit + ' ' + fields.team : 'Told by a team'
    return credit
  }

  const parts = sections.filter((name) => draft.sections[name]?.trim())
  place.replaceChildren(make('article', { class: 'entry entry-story', 'aria-label': 'Your story as it will look' },
    make('p', { class: 'share-title', ...auto }, fields.title.trim() || 'A story without a title'),
    make('p', { class: 'lede', ...auto }, fields.summary.trim()),
    make('div', { class: 'entry-grid' },
      make('div', { class: 'entry-main' }, ...verdict(),
        make('div', { class: 'prose' }, ...parts.flatMap((name) => [make('h3', {}, name), ...prose(draft.sections[name])]))),
      make('div', { class: 'entry-side' }, make('section', { class: 'facts' }, make('h3', {}, 'The situation'), make('dl', {}, ...facts.flatMap(fact)))))))
}
