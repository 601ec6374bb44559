// The search page: all that is asked stands in the address, the results are ordinary
// links, and going back brings the last question back. Its elements are in the layout.
import { button, make, parts } from './dom.js'
import { facets } from './facets.js'
import { trail } from './trail.js'

const step = 10
const most = 200 // results that an address may ask for

// parts are those that search.js has for the dialog.
export function searchPage(place, { asker, queryIn, remember, showHit }) {
  const name = document.title
  const [input, form, list, more, chips, tips, filters] = parts(place, 'input', 'form', '.hits', '.search-more', '.chips', '.search-tips', '.search-filters')
  const ask = asker(place, show)
  const showFacets = facets(filters, () => params, changed)
  let params

  const limit = () => Math.min(most, Math.max(step, Math.trunc(params.get('n')) || 0))
  const update = (typed) => ask(limit(), typed, params)

  function show(answer, found) {
    const hits = answer?.hits ?? []
    const query = queryIn(input)
    list.replaceChildren(...hits.map((hit) => showHit(hit, found)))
    more.hidden = !hits.length || hits.length >= Math.min(answer.total, most)
    tips.hidden = answer?.total ?? query
    chips.replaceChildren(...(found?.facets ?? []).flatMap((facet) => facet.values.filter(({ value }) => params.has(facet.name, value)).map((value) => chip(facet, value))))
    chips.hidden = !chips.firstChild
    showFacets(answer, found)
    document.title = query ? `${query.slice(0, 60)} · ${name}` : name
  }

  function chip({ name, label }, { value, label: what }) {
    const text = `${label}: ${what}`
    return make('li', {}, button('chip cross', text, async () => {
      params.delete(name, value)
      await changed()
      ;(chips.querySelector('button') ?? input).focus()
    }, text + ', remove'))
  }

  function commit() {
    remember(params.get('q'))
    steps.commit(params)
  }

  function changed() {
    params.delete('n')
    commit()
    return update()
  }

  more.addEventListener('click', async () => {
    const seen = list.children.length
    params.set('n', limit() + step)
    commit()
    await update()
    list.children[seen]?.querySelector('a').focus()
  })
  input.addEventListener('input', () => {
    params.set('q', queryIn(input))
    if (!params.get('q')) params.delete('q')
    params.delete('n')
    update(true)
    steps.later(params, 400)
  })
  input.addEventListener('change', commit) // Enter, or leaving the field
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    commit()
  })
  addEventListener('scroll', () => steps.later(params, 100))
  const steps = trail((read) => {
    params = read
    input.value = params.get('q') ?? ''
    return update()
  })
  if (!input.value) input.focus()
}
