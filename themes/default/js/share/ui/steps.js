// The steps, one at a time. The address says which one is open, so that going back and
// the links of the progress line work as they do everywhere.
export function steps(place, { left, entered }) {
  const sections = [...place.querySelectorAll('.share-step')]
  const links = [...place.querySelectorAll('.share-progress a')]
  const of = (id) => sections.find((section) => section.id === id)
  let open, first, wanted

  sections.forEach((section, i) => {
    const count = section.querySelector('.share-count'), heading = section.querySelector('h2')
    count.textContent = `Step ${i + 1} of ${sections.length}`
    count.id = section.id + '-count'
    heading.setAttribute('aria-describedby', count.id)
    section.querySelector('[data-share-back]').hidden = !i
  })

  function show(section, focus) {
    const before = open
    open = section
    if (before && before !== section) left(before)
    for (const other of sections) other.hidden = other !== section
    links.forEach((link, i) => (sections[i] === section ? link.setAttribute('aria-current', 'step') : link.removeAttribute('aria-current')))
    entered(section, before)
    if (focus) {
      const target = wanted ?? section.querySelector('h2')
      target.focus({ preventScroll: true })
      ;(target.closest('.share-question') ?? place.querySelector('.share-progress')).scrollIntoView()
    }
    wanted = undefined
  }

  // Opens a step, at its heading or at an element of it.
  function go(section, element) {
    wanted = element
    if (section.id === location.hash.slice(1)) show(section, true)
    else location.hash = section.id
  }

  addEventListener('hashchange', () => {
    const section = location.hash ? of(location.hash.slice(1)) : first
    if (section) show(section, true)
  })

  return {
    sections,
    go,
    get open() {
      return open
    },
    move: (by) => go(sections[sections.indexOf(open) + by]),
    begin(id) {
      first = of(id) ?? sections[0]
      show(of(location.hash.slice(1)) ?? first, false)
    },
    // Says at a step's link that there is something to look at, or that it is done.
    mark(section, state, words) {
      const link = links[sections.indexOf(section)]
      link.dataset.state = state
      link.querySelector('.share-state')?.remove()
      if (!words) return
      const said = document.createElement('span')
      said.className = 'share-state'
      said.textContent = ', ' + words
      link.querySelector('span').append(said)
    },
  }
}
