// The filters of the search page: one box for each value, with how many pages it would
// leave. On a narrow screen they are folded away, and what they need is not loaded.
import { make } from './dom.js'

// changed is called after a choice; params() has it by then.
export function facets(element, params, changed) {
  const form = element.querySelector('form')
  const wide = matchMedia('(width >= 62rem)')
  const fit = () => (element.open = wide.matches)
  const boxes = []
  let latest

  function fill(found) {
    for (const { name, label, values } of found) {
      form.append(make('fieldset', {}, make('legend', {}, label), ...values.map(({ value, label }) => {
        const input = make('input', { type: 'checkbox', name, value })
        const count = make('span', { class: 'count' })
        boxes.push([input, count])
        return make('label', {}, input, make('span', {}, label), ' ', count)
      })))
    }
  }

  // A value that would leave nothing is hidden, as is a group of such values: most would
  // be noise, whereas a chosen one must be there to be taken back.
  function number(counts) {
    for (const [input, count] of boxes) {
      const n = counts[input.name]?.[input.value] ?? 0
      count.textContent = n
      input.parentElement.hidden = !n && !input.checked && input !== document.activeElement
    }
    for (const group of form.children) group.hidden = !group.querySelector('label:not([hidden])')
  }

  async function show(answer, found) {
    latest = answer
    if (found && !boxes.length) fill(found.facets)
    for (const [input] of boxes) input.checked = params().has(input.name, input.value)
    element.hidden = !answer || (!answer.total && !form.querySelector(':checked'))
    if (element.hidden || !element.open) return
    try {
      const counts = await answer.counts()
      if (answer === latest) number(counts)
    } catch {} // without numbers the filters work all the same
    form.hidden = false
  }

  element.addEventListener('toggle', () => latest && show(latest))
  wide.addEventListener('change', fit)
  fit()
  form.addEventListener('change', ({ target: { name, value, checked } }) => {
    params()[checked ? 'append' : 'delete'](name, value)
    changed()
  })
  return show
}
