// Says in words what is shown, and which answer it does not fit.
import { questions } from './fit.js'

const things = (n, one, many) => n && `${n} ${n === 1 ? one : many}`
const listed = (parts) => [...parts.slice(0, -2), parts.slice(-2).join(' and ')].join(', ')

// An entry can stand in several cells, and is counted once.
function counted(cards) {
  const entries = [...new Map(cards.map((card) => [card.href, card])).values()]
  const examples = entries.filter((card) => card.isExample).length
  return listed([things(examples, 'example', 'examples'), things(entries.length - examples, 'story', 'stories')].filter(Boolean))
}

// label puts the answer to a question as the reader saw it.
export function say({ fitting, gone }, answers, label) {
  const given = questions.filter((name) => answers[name])
  const found = counted(fitting)
  if (!given.length) return `${found} to choose from. Answer what you can: each answer leaves fewer.`
  if (!gone.length) return `What fits: ${found}.`
  const all = ['', `“${label(given[0])}”`, 'both answers', 'all three answers'][given.length]
  const without = given.length > 1 ? `Without ${listed(gone.map((name) => `“${label(name)}”`))}, these` : 'These'
  return `Nothing here fits ${all} yet. ${without} come nearest: ${found}.`
}
