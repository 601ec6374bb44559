// What the checker says of a story, beside the questions that it is about. It is advice
// until the end: nothing keeps anybody from going on.
import { make } from '../../search-ui/dom.js'
import { isEmpty } from './question.js'

const sentence = (text) => (text ? text[0].toUpperCase() + text.slice(1) + (/[.?!…]$/.test(text) ? '' : '.') : '')
export const isError = (finding) => finding.severity === 'error'
export const things = (n) => (n === 1 ? 'one thing' : n + ' things') + ' to look at'

// The findings of a question.
export function about(question, all) {
  return all.filter((finding) => (question.section ? finding.section === question.name : finding.field === question.name && !finding.section))
}

// The hint tells how a file is mended. What is not answered yet needs none: the field is there.
function item(finding, empty) {
  return make('p', { class: 'share-finding share-finding-' + (isError(finding) ? 'error' : 'advice') },
    make('strong', {}, isError(finding) ? 'To settle: ' : 'Advice: '), sentence(finding.text), empty ? '' : ' ' + sentence(finding.hint))
}

// Shows the findings of a question beside it. A place that says the same keeps its
// elements, so that a screen reader does not start anew.
export function showFindings(question, findings) {
  const empty = isEmpty(question.read())
  const now = findings.map((finding) => item(finding, empty))
  const box = question.findings
  if (box.textContent !== now.map((p) => p.textContent).join('')) box.replaceChildren(...now)
  const invalid = findings.some(isError)
  const group = question.element.matches('[role=radiogroup]')
  for (const asks of group ? [question.element] : question.fields()) {
    if (invalid) asks.setAttribute('aria-invalid', 'true')
    else asks.removeAttribute('aria-invalid')
    if (!group && asks.type === 'checkbox') describe(asks, box, invalid)
  }
}

// A box of several is told what is wrong with all of them, as long as something is.
function describe(field, box, invalid) {
  const ids = (field.getAttribute('aria-describedby') ?? '').split(' ').filter((id) => id && id !== box.id)
  if (invalid) ids.push(box.id)
  if (ids.length) field.setAttribute('aria-describedby', ids.join(' '))
  else field.removeAttribute('aria-describedby')
}

// A list of links to the questions that have findings.
export function summary(place, intro, entries, open) {
  if (!entries.length) return place.replaceChildren()
  const list = make('ul', {}, ...entries.map(({ question, findings }) => {
    const link = make('a', { href: '#' + question.step.id }, question.title)
    link.addEventListener('click', (event) => {
      event.preventDefault()
      open(question)
    })
    return make('li', {}, link, ' ' + findings.map((finding) => sentence(finding.text)).join(' '))
  }))
  place.replaceChildren(make('p', {}, intro), list)
}
