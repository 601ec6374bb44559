// The line of a story, in the words of its page: what was shown or said, how far others
// took it up, and what came then.
import { make } from '../../search-ui/dom.js'

const takers = { one: 'One person', few: 'A few', many: 'Many' }
const states = { followed: 'sold', partly: 'partly', 'not-followed': 'unsold', unknown: 'unknown' }
export const enumerate = (words) => words.join(', ').replace(/, ([^,]*)$/, ' and $1')

export function line({ fields, sections }, hat) {
  const { way, style, outcome, followers, intentional } = fields
  const followed = outcome === 'followed' || outcome === 'partly'
  const state = followed && fields.authority === 'formal' ? 'formal' : states[outcome]
  const stops = [['act', act()], ['taken', taken()]]
  if (hat && fields.hat_after !== 'none') stops.push(['hat', 'Another hat: ' + hat.toLowerCase()])
  else if (followed) stops.push(['hat', 'It ended there'])
  const next = sections['If nobody followed']?.trim()
  if (next) stops.push(['next', outcome === 'not-followed' ? 'What the teller would try next' : 'If nobody followed'])

  function act() {
    const with_ = style.length ? ', with ' + enumerate(style.map((one) => (one === 'question' ? 'a question' : one))) : ''
    return (way === 'by-example' ? 'Shown, by example' : 'Suggested' + with_) + (intentional === 'no' ? '; not on purpose' : '')
  }

  function taken() {
    if (outcome === 'not-followed') return 'Nobody took it up'
    if (!followed) return 'Nobody knows whether others took it up'
    return (takers[followers] ?? 'Others') + ' took it up' + (outcome === 'partly' ? ', in part' : '')
  }

  return make('ol', { class: 'line line-' + state, role: 'list' }, ...stops.map(([name, title]) =>
    make('li', { class: 'stop stop-' + name }, make('span', { class: 'stop-mark', 'aria-hidden': 'true' }), make('p', { class: 'stop-title' }, title))))
}
